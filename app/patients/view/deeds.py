"""What can be done with a found patient, as buttons at the right end of the line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.ports import Deed
from app.kit import paint, theme
from app.kit.buttons import KeyButton

#: a button without words, the sides of one with them, and what is between two, in px at 100 %
_BARE, _SIDES, _GAP = 30, 44, 4


def room_for(deeds: Sequence[Deed], *, words: bool) -> int:
    """Pixels that the deeds of a line take, the next step with its word or without."""
    wide = [round(paint.width(one.title, "small_b")) + theme.px(_SIDES) for one in deeds if one.stays and words]
    return sum(wide) + theme.px(_BARE) * (len(deeds) - len(wide)) + theme.px(_GAP) * (len(deeds) + 2)


class RowDeeds(QWidget):
    """The next step in words where there is room, the others as icons with a tooltip. `chosen` carries the deed.

    It never takes the focus: that stays where somebody types.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: tuple[KeyButton, ...] = ()
        self._deeds: tuple[Deed, ...] = ()
        self._shown: tuple[object, ...] = ()
        self.words = True
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*[theme.px(_GAP), 0] * 2)
        self._row.setSpacing(theme.px(_GAP))
        self._row.addStretch(1)

    def show_deeds(self, deeds: Sequence[Deed], whose: str, *, chosen: bool, keys: bool) -> None:
        """Show other deeds: those of the chosen line stand out, and with `keys` they answer to theirs."""
        self._deeds = tuple(deeds)
        shown = (self.words, whose, chosen, keys, *((deed.code, deed.title) for deed in deeds))
        if shown == self._shown:
            return
        self._shown = shown
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = tuple(self._button(at, whose, chosen=chosen, keys=keys) for at in range(len(deeds)))

    def _button(self, at: int, whose: str, *, chosen: bool, keys: bool) -> KeyButton:
        deed = self._deeds[at]
        kind = "plain" if not deed.stays else "primary" if chosen else "soft"
        words = deed.title if deed.stays and self.words else ""
        icon = "" if words else deed.code.partition(".")[0]
        made = KeyButton(words, self, kind=kind, icon=icon, size="row", hint=False)
        made.set_keys(deed.shortcut if keys else "")
        made.set_tip(deed.title)
        made.setAccessibleName(f"{deed.title} · {whose}")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self.chosen.emit(self._deeds[at]))
        self._row.addWidget(made)
        made.show()  # at once: its key counts for who types on
        return made
