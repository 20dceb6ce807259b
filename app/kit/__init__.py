"""Qt without clinic words: what every screen is built from.

    imports   imported first: no detour through PySide at every import
    theme     apply(app, name, scale, reduced_motion=), current(), colour(token), font(style), px(n), notice.changed
    tokens    load(name), THEME_NAMES, PAIRS, ratio, failures: the colours of resources/themes and their contrast
    fonts     TYPE, the type scale; load(), load_extra() after the first window
    focus     install(app): the ring around the focused button
    icons     draw_icon, draw_ring, draw_lamp (painter), icon (QIcon), *_pixmap; names in STROKES, RINGS, LAMPS
    paint     text, name, box, pill, keycap, button, hatch, focus_ring, hline, shadow; width, elided, short_name
    words     label(text, role), plain(text), tip(text), key_words("Ctrl+K")
    dates     parse_date, show_date, parse_time, show_time; money: parse_money, show_money, show_short (no Qt)
    fields    DateField, TimeField, MoneyField (value, set_value, problem, value_changed), SearchBox
    scanning  Burst (no Qt), ScanCatcher: what a card reader types into a field, whole
    buttons   KeyButton (shows and answers to its key), LinkButton, Chip
    panels    Card, EmptyState, Banner, Toast, Glyph, announce
    drawer    Drawer: over a veil, Esc closes, Tab stays inside, the focus goes back
    errors    FieldErrors, ErrorFooter (count, F8), give_slot
    form      Form: a .ui file as a typed class; FormError, load_ui
    rows      Column, RowTableModel, reload_keeping_selection, the roles of a cell
    table     RowTable, RowDelegate (override paint_cell)
    picture   grab, save, save_all: any widget in any theme and text size

Sizes given to widgets are pixels at 100 % text and are multiplied; coordinates given to painters are pixels as painted
(use `theme.px`). Margins of layouts are taken when a widget is made: after a change of the text size make pages anew.
"""
