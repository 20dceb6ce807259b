"""The privacy shade: one key, and no screen tells a name to whoever stands at the counter."""

from collections.abc import Iterator

from playing.desk import Desk, soon
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from app.core.ports import Place
from app.kit.portrait import Portrait
from app.patients.actions.photo import PutPhoto, put_photo
from app.patients.view.results import ResultList
from tests.support.photos import FACE

SHADE = "Ctrl+Shift+H"
PAGES = ("today", "schedule", "worklists")


def words_of(root: QWidget) -> Iterator[str]:
    """Every text that can be seen, or heard by a screen reader."""
    for shown in root.findChildren(QWidget):
        if shown.isVisible():
            yield from (shown.accessibleName(), shown.toolTip())
            if isinstance(shown, QLabel):
                yield shown.text()
            if isinstance(shown, QAbstractItemView) and shown.model() is not None:
                yield from cells(shown.model())


def cells(model: QAbstractItemModel) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            yield from (str(model.data(model.index(row, column), role) or "") for role in roles)


def told(desk: Desk, surnames: set[str]) -> set[str]:
    """The surnames that a page tells."""
    seen = " ".join(words_of(desk.window))
    return {name for name in surnames if f"{name}," in seen}


def test_one_key_turns_names_into_initials_on_every_page(desk: Desk) -> None:
    rows = desk.today.model.rows
    surnames = {row.patient.partition(",")[0] for row in rows}
    assert told(desk, surnames)
    desk.press(SHADE)
    desk.settle()
    for page in PAGES:
        desk.office.ports.go(Place(page))
        desk.settle()
        assert told(desk, surnames) == set(), page
    desk.office.ports.go(Place("patients", patient_id=rows[0].patient_id))
    desk.settle()
    assert told(desk, surnames) == set()
    desk.press("Ctrl+K")
    desk.write("ma")
    soon(lambda: any(one.isVisible() for one in desk.window.findChildren(ResultList)), "somebody is found")
    assert told(desk, surnames) == set(), "the search"
    desk.press("Escape")
    desk.press(SHADE)
    desk.office.ports.go(Place("today"))
    desk.settle()
    assert told(desk, surnames)


def faces(desk: Desk) -> list[Portrait]:
    return [one for one in desk.window.findChildren(Portrait) if one.isVisible()]


def test_a_photo_is_seen_beside_the_visit_and_in_the_record_until_the_shade_falls(desk: Desk) -> None:
    row = desk.visit("Haddad")
    desk.click_row(row.appointment_id)
    desk.runner.run(put_photo, PutPhoto(patient_id=row.patient_id, data=FACE))
    desk.settle()
    face = desk.shown(Portrait)
    assert (face.has_photo, face.accessibleName()) == (True, "Photo of Haddad, Layla")
    desk.press("Ctrl+O")
    desk.page("patients")
    desk.settle()
    assert desk.shown(Portrait).has_photo
    desk.press(SHADE)
    desk.settle()
    for page in ("patients", "today"):
        desk.office.ports.go(Place(page, patient_id=row.patient_id if page == "patients" else None))
        desk.settle()
        assert faces(desk), page
        assert not any(one.has_photo for one in faces(desk)), page
    desk.press(SHADE)
    desk.office.ports.go(Place("today"))
    desk.settle()
    desk.click_row(row.appointment_id)
    soon(lambda: any(one.has_photo for one in faces(desk)), "the photo is there again")
