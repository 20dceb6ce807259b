"""Everything is painted, in every theme and text size, and nothing is cut."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.core.paths import resource
from app.kit import icons, paint, picture, theme, tokens
from tests.kit.gallery import Gallery

LOOKS = [(name, scale) for name in tokens.THEME_NAMES for scale in (1.0, 1.5, 2.0)]


@pytest.mark.parametrize(("name", "scale"), LOOKS)
def test_the_gallery_is_painted_and_nothing_is_cut(qtbot: QtBot, qapp: QApplication, name: str, scale: float) -> None:
    theme.apply(qapp, name, scale)
    gallery = Gallery()
    qtbot.addWidget(gallery)
    image = picture.grab(gallery, QSize(round(1240 * scale), round(1000 * scale)))
    assert picture.ink(image) > 10
    for made in gallery.findChildren(QLabel):
        if made.isVisible() and not made.wordWrap():
            assert made.width() >= made.sizeHint().width(), made.text()
    for button in gallery.findChildren(QPushButton):
        assert button.width() >= button.minimumSizeHint().width(), button.text()


def test_pictures_of_every_theme(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    label = QLabel("Núñez")
    qtbot.addWidget(label)
    files = picture.save_all(qapp, label, tmp_path, "label")
    assert len(files) == 6
    assert all(file.stat().st_size > 0 for file in files)
    assert theme.current().name == "light"


def test_every_token_of_the_sheet_is_there() -> None:
    for name in tokens.THEME_NAMES:
        made = theme.sheet(theme.Theme(tokens.load(name), 1.5))
        assert "{" not in re.sub(r"\{[^{}]*\}", "", made)
        for file in re.findall(r'url\("([^"]+)"\)', made):
            assert Path(file).is_file()


def test_pictures_of_the_sheet_wear_the_theme() -> None:
    for name in tokens.THEME_NAMES:
        for file in resource("icons", name).glob("*.svg"):
            stroke = re.search(r'stroke="(#\w+)"', file.read_text(encoding="utf-8"))
            assert stroke is not None
            assert stroke[1] in tokens.load(name).values()


def test_every_icon_ring_and_lamp_is_drawn(qapp: QApplication) -> None:
    for name in icons.STROKES:
        assert picture.ink(icons.icon_pixmap(name, 20).toImage()) > 1
    for kind in icons.RINGS:
        assert picture.ink(icons.ring_pixmap(kind, 18, "text").toImage()) > 1
    shapes = {bytes(icons.lamp_pixmap(state, 20).toImage().constBits()) for state in icons.LAMPS}
    assert len(shapes) == len(icons.LAMPS)


def test_weights_and_figures(qapp: QApplication) -> None:
    assert QFontInfo(theme.font("body")).family() == "Inter"
    assert paint.width("Siobhán", "name") > paint.width("Siobhán", "body")
    figures = QFontMetricsF(theme.font("figure"))
    assert len({figures.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    # Inter's tabular figures widen the hyphen, so names do without them.
    assert paint.width("-", "name") < paint.width("-", "time")


def test_text_size_multiplies_every_size(qapp: QApplication) -> None:
    once = paint.width("Featherstonehaugh", "name")
    theme.apply(qapp, "light", 2.0)
    assert paint.width("Featherstonehaugh", "name") > once * 1.8  # kept for one text size alone
    assert theme.font("body").pixelSize() == 28
    assert theme.px(44) == 88
    assert theme.apply(qapp, "light", 9.0).scale == 2.0


def test_names_are_shortened_first_name_first(qapp: QApplication) -> None:
    name = "Featherstonehaugh, Bartholomew"
    assert paint.short_name(name, 1000) == name
    assert paint.short_name(name, paint.width("Featherstonehaugh, B.", "name")) == "Featherstonehaugh, B."
    assert paint.short_name(name, 60).endswith("…")
    assert paint.short_name("Cher", 5).endswith("…")


def test_the_system_theme_is_one_of_ours(qapp: QApplication) -> None:
    assert theme.apply(qapp, theme.SYSTEM).name in tokens.THEME_NAMES


def test_a_change_is_told(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme.notice.changed):
        theme.apply(qapp, "dark")
    assert theme.colour("surface").name().upper() == "#181C23"
