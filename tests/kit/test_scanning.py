"""Readers that type, told from people by their speed; with times passed in and no clock."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playing.reader import type_fast as press
from PySide6.QtCore import QEvent
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.kit.fields import SearchBox
from app.kit.scanning import GAP_MS, LEAST_SIGNS, MOST_SIGNS, Burst, Ended, Fate, ScanCatcher

CARD = "@\n\x1e\rANSI 636000100002DL00410278DLDAQT64235789\nDCSSAMPLE\tDACMICHAEL\r"


def feed(burst: Burst, text: str, start: int, step: int) -> list[Fate]:
    return [burst.key(sign, start + at * step) for at, sign in enumerate(text)]


# --------------------------------------------------------------------------------------------------------- the rule


@pytest.mark.parametrize("step", [0, 1, 12, GAP_MS])
def test_a_reader_is_faster_than_a_person(step: int) -> None:
    burst = Burst()
    fates = feed(burst, CARD, 5_000, step)
    assert fates[0] is Fate.PASS
    assert set(fates[LEAST_SIGNS:]) == {Fate.HOLD}
    assert all(fate is Fate.HOLD for fate, sign in zip(fates, CARD, strict=True) if sign in "\r\n\t\x1e")
    assert burst.ended() == Ended(CARD)


@pytest.mark.parametrize("step", [GAP_MS + 1, 60, 400])
def test_a_person_is_let_through(step: int) -> None:
    burst = Burst()
    assert set(feed(burst, "smith john\r", 5_000, step)) == {Fate.PASS}
    assert burst.ended() == Ended()


def test_a_few_fast_keys_are_a_persons() -> None:
    burst = Burst()
    assert feed(burst, "abc", 0, 10) == [Fate.PASS] * 3
    assert burst.ended() == Ended()
    assert feed(burst, "ab\r", 1_000, 10) == [Fate.PASS, Fate.PASS, Fate.HOLD]
    assert burst.ended() == Ended(held=1)


def test_the_shortest_scan_with_its_enter() -> None:
    burst = Burst()
    feed(burst, "A12345\r", 0, 5)
    assert burst.ended() == Ended("A12345\r")


def test_what_was_typed_before_is_no_part_of_a_scan() -> None:
    burst = Burst()
    feed(burst, "smi", 0, 150)
    feed(burst, "XEH884201776\r", 2_000, 8)
    assert burst.ended() == Ended("XEH884201776\r")


def test_two_scans_one_after_the_other() -> None:
    burst = Burst()
    feed(burst, "XEH884201776\r", 0, 8)
    assert burst.ended().scan == "XEH884201776\r"
    feed(burst, "XEH884201777\r", 900, 8)
    assert burst.ended().scan == "XEH884201777\r"


def test_a_clock_that_runs_backwards_begins_anew() -> None:
    burst = Burst()
    feed(burst, "12345", 4_000_000_000, 5)
    assert burst.key("6", 3) is Fate.PASS
    assert burst.ended() == Ended()


def test_a_flood_is_thrown_away() -> None:
    burst = Burst()
    feed(burst, "9" * (MOST_SIGNS + 500), 0, 1)
    assert len(burst.text) <= MOST_SIGNS + 1
    assert burst.ended() == Ended()


@given(st.lists(st.tuples(st.sampled_from("aZ1 \r\n\t@"), st.integers(0, 80)), max_size=60))
def test_every_key_passes_or_is_accounted_for(keys: list[tuple[str, int]]) -> None:
    burst, now, held = Burst(), 0, 0
    for sign, wait in keys:
        now += wait
        if not burst.follows(now):
            told = burst.ended()
            assert told.scan or told.held == held
            held = 0
        fate = burst.key(sign, now)
        held += fate is Fate.HOLD
        assert fate is Fate.HOLD or not burst.is_scan
    told = burst.ended()
    assert told.held == (0 if told.scan else held)
    assert len(told.scan) >= LEAST_SIGNS or not told.scan


# ------------------------------------------------------------------------------------------------------- the catcher


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    made = SearchBox()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def heard(box: SearchBox) -> tuple[list[str], list[str], list[str]]:
    scans, chosen, searched = list[str](), list[str](), list[str]()
    box.scanned.connect(scans.append)
    box.chosen.connect(chosen.append)
    box.searched.connect(searched.append)
    return scans, chosen, searched


def finish(box: QWidget) -> None:
    for catcher in box.findChildren(ScanCatcher):
        catcher.finish()
    QApplication.processEvents()


def test_a_scan_is_handed_over_whole_and_no_enter_is_chosen(box: SearchBox) -> None:
    scans, chosen, _ = heard(box)
    box.setText("smi")
    press(box, CARD, 5_000)
    assert box.text() == "smi"
    assert (scans, chosen) == ([], [])
    finish(box)
    assert (scans, chosen, box.text()) == ([CARD], [], "smi")


def test_what_was_marked_is_marked_again(box: SearchBox) -> None:
    box.setText("smith")
    box.selectAll()
    press(box, CARD, 5_000)
    assert (box.text(), box.selectedText()) == ("smith", "smith")


def test_silence_ends_a_scan(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.scanned, timeout=5_000) as told:
        press(box, "XEH884201776\r", 5_000)
    assert told.args == ["XEH884201776\r"]


def test_a_person_types_and_chooses(box: SearchBox) -> None:
    scans, chosen, _ = heard(box)
    press(box, "smith\r", 5_000, step=90)
    finish(box)
    assert (box.text(), scans, chosen) == ("smith", [], ["smith"])


def test_a_persons_fast_enter_comes_a_moment_later(box: SearchBox) -> None:
    scans, chosen, _ = heard(box)
    press(box, "ab\r", 5_000, step=15)
    assert chosen == []
    finish(box)
    assert (box.text(), scans, chosen) == ("ab", [], ["ab"])


def test_keys_without_a_time_and_held_keys_are_never_a_scan(box: SearchBox) -> None:
    scans, _, _ = heard(box)
    press(box, "abcdefgh", 0, step=0)
    press(box, "a" * 20, 9_000, repeat=True)
    finish(box)
    assert (box.text(), scans) == ("abcdefgh" + "a" * 20, [])


def test_a_flood_leaves_the_field_as_it_was(box: SearchBox) -> None:
    scans, chosen, _ = heard(box)
    press(box, "9" * (MOST_SIGNS + 10), 5_000, step=1)
    finish(box)
    assert (box.text(), scans, chosen) == ("", [], [])


def test_a_carriage_return_by_control_is_no_shortcut(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = QLineEdit(page)
    QVBoxLayout(page).addWidget(field)
    fired = list[str]()
    QShortcut("Ctrl+J", page).activated.connect(lambda: fired.append("move"))
    caught = list[str]()
    ScanCatcher(page, field).scanned.connect(caught.append)
    page.show()
    field.setFocus()
    press(field, CARD, 5_000)
    finish(page)
    assert (caught, fired, field.text()) == ([CARD], [], "")


def test_a_field_that_is_gone_is_not_written_to(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = QLineEdit(page)
    catcher = ScanCatcher(page, field)
    press(field, "ab\r", 5_000)
    field.deleteLater()
    QApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete.value)
    catcher.finish()


def test_a_scan_in_one_field_does_not_run_into_the_next(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    fields = [QLineEdit(page), QLineEdit(page)]
    caught = list[str]()
    ScanCatcher(page, *fields).scanned.connect(caught.append)
    now = press(fields[0], "XEH884201776\r", 5_000)
    press(fields[1], "XEH884201777\r", now + 400)
    finish(page)
    assert caught == ["XEH884201776\r", "XEH884201777\r"]
    assert [field.text() for field in fields] == ["", ""]


# ------------------------------------------------------------------------------------------- anything inside a widget


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for part in (QLineEdit("Ann"), QComboBox(), QCheckBox("Twin"), QPushButton("Save")):
        column.addWidget(part)
    (box,) = made.findChildren(QComboBox)
    box.addItems(["Ask", "@ home", "Yes"])
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QCheckBox, QPushButton])
def test_a_scan_over_anything_leaves_it_as_it_was(page: QWidget, kind: type[QWidget]) -> None:
    caught, pressed = list[str](), list[bool]()
    catcher = ScanCatcher(page)
    catcher.watch_all(page)
    catcher.scanned.connect(caught.append)
    (button,) = [one for one in page.findChildren(QPushButton) if one.text() == "Save"]
    button.clicked.connect(pressed.append)
    (part,) = page.findChildren(kind)
    part.setFocus()
    press(part, CARD.replace("\n", " \r"), 5_000)
    finish(page)
    assert caught == [CARD.replace("\n", " \r")]
    (line,), (box,), (twin,) = (page.findChildren(one) for one in (QLineEdit, QComboBox, QCheckBox))
    assert (line.text(), box.currentText(), twin.isChecked(), pressed) == ("Ann", "Ask", False, [])


def test_only_what_has_the_focus_is_listened_to(page: QWidget) -> None:
    caught = list[str]()
    catcher = ScanCatcher(page)
    catcher.watch_all(page)
    catcher.scanned.connect(caught.append)
    late = QLineEdit(page)
    late.show()
    late.setFocus()
    press(late, CARD, 5_000)
    finish(page)
    (first, *_) = page.findChildren(QLineEdit)
    press(first, "XEH884201776\r", 9_000)
    finish(page)
    assert caught == [CARD]
    outside = QLineEdit()
    outside.show()
    outside.activateWindow()
    outside.setFocus()
    press(outside, "XEH884201776", 20_000)
    finish(page)
    assert (caught, outside.text()) == ([CARD], "XEH884201776")
    outside.close()
