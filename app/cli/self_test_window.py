"""The real window in throw-away clinics: a day of the demo clinic, and a clinic that only its recovery key opens."""

import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import cast

import pypdfium2
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from app.bootstrap import Site, Start, make_clinic, read_site
from app.core.errors import ClinicError
from app.core.keys import clinic_id
from app.core.paths import SITE_VARIABLE, user_folders
from app.core.places import places
from app.core.ports import Place
from app.core.secrets import SecretsUnavailable, system_store
from app.core.settings import Loaded
from app.exchange.demo.build import DemoClinic, make_demo
from app.kit import picture
from app.migrations.upgrade import upgrade
from app.reports.documents import end_of_day as draw
from app.reports.queries.day import end_of_day as ask
from app.shell.first_run import FirstRunValues, NewPerson
from app.shell.office import Office
from app.shell.recover import RecoverCard
from app.visits.view.page import TodayPage

#: seconds until something that does not come is given up; an old computer is slow, a broken one never answers
PATIENCE = 60.0
LOOK_MS = 10
#: milliseconds without a change after which the window counts as painted
CALM_MS = 100
#: fewer colours than this and the window shows nothing
PAINTED = 12
USER = "sam"


class NotSeen(Exception):
    """What was awaited did not come, or came out wrong."""


def soon(happened: Callable[[], object], what: str) -> None:
    """Let the window work until something has happened. Raises NotSeen."""
    end = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > end:
            raise NotSeen(what)
        work(LOOK_MS)


def work(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def write(field: QLineEdit, text: str) -> None:
    """Type a text into a field, key by key."""
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))


@contextmanager
def window_on(site: Site) -> Iterator[Start]:
    """The program's window on a site, closed at the end. Raises NotSeen for what fails behind the window's back."""
    failures: list[str] = []
    before, sys.excepthook = sys.excepthook, lambda kind, problem, _trace: failures.append(f"{kind.__name__} {problem}")
    start = Start(site)
    try:
        start.show()
        start.window.resize(1440, 900)
        yield start
    finally:
        sys.excepthook = before
        start.window.close()
        start.window.deleteLater()
        start.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if failures:
        raise NotSeen("; ".join(failures))


def office_of(start: Start) -> Office:
    """The session of the person who signed in, once the board shows what is in the database."""
    soon(lambda: start.office and start.office.frame and start.office.frame.code == "today", "the board is shown")
    office = cast(Office, start.office)
    soon(office.runner.idle, "the board is read")
    return office


def take(start: Start, file: Path) -> QImage:
    """A picture of the window as the display has it; offscreen, as it is painted. Raises NotSeen when it is empty."""
    image, before = picture.grab(start.window), QImage()
    end = time.monotonic() + PATIENCE
    while image != before and time.monotonic() < end:  # panes are laid out in a second round
        work(CALM_MS)
        image, before = picture.grab(start.window), image
    if QApplication.platformName() == "xcb":
        image = start.window.screen().grabWindow(start.window.winId()).toImage()
    image.save(str(file))
    if picture.ink(image) < PAINTED:
        raise NotSeen(f"something is painted in {file.name}")
    return image


# ------------------------------------------------------------------------------------------------------------ the demo


def demo_day(folder: Path) -> str:
    """The demo clinic: sign in, see the board, go to every page, print the day. Raises NotSeen."""
    made = make_demo(folder / "demo", upgrade)
    before, os.environ[SITE_VARIABLE] = os.environ.get(SITE_VARIABLE), str(made.site)
    try:
        with window_on(read_site()) as start:
            start.card.submit()
            office = office_of(start)
            rows = len(cast(TodayPage, office.frame.made["today"]).model.rows) if office.frame else 0
            if not rows:
                raise NotSeen("the board has visits")
            take(start, folder / "window.png")
            pages = look_round(start, office, folder)
            return f"{rows} visits, pages {' '.join(pages)}, report of {_print(office, made, folder)} pages"
    finally:
        os.environ.pop(SITE_VARIABLE)
        if before is not None:
            os.environ[SITE_VARIABLE] = before


def look_round(start: Start, office: Office, folder: Path) -> list[str]:
    """Go to every page of the rail: each imports its part of the program, and loads its forms, only now."""
    frame = office.frame
    for code in list(frame.specs) if frame else []:
        office.ports.go(Place(code))
        soon(office.runner.idle, f"the page {code} is read")
        take(start, folder / f"page-{code}.png")
    return list(frame.made) if frame else []


def _print(office: Office, made: DemoClinic, folder: Path) -> int:
    """Write the end-of-day report and read it back; returns its pages."""
    location = office.ports.here().location_id
    file, done, failed = folder / "end-of-day.pdf", list[int](), list[ClinicError]()

    def write_it() -> int:
        executor, actor = office.executor, office.runner.person()
        name = office.parts.settings.clinic_name
        if location is None:
            raise NotSeen("the demo opens on one location")
        return file.write_bytes(draw(executor.fetch(ask, actor, location, made.day, name, "")))

    office.runner.background(write_it, done.append, failed.append)
    soon(lambda: done or failed, "the report is written")
    if failed:
        raise failed[0]
    with pypdfium2.PdfDocument(file) as document:
        if office.parts.settings.clinic_name not in document[0].get_textpage().get_text_bounded():
            raise NotSeen("the clinic's name stands on the report")
        return len(document)


# ---------------------------------------------------------------------------------------------------- the recovery key


def recovery_key(folder: Path, loaded: Loaded) -> str:
    """A new clinic with this location's settings, opened as on a computer that has no key for it. Raises NotSeen."""
    folders = user_folders()
    data = str(folder / "clinic")
    settings = replace(loaded.settings, data_folder=data, database="", backup_folder="", demo=False, language="en")
    site = Site(folders, replace(loaded, settings=settings, database_known=True), places(settings, folders))
    password = secrets.token_urlsafe(24)
    person = NewPerson("Sam Ortega", USER, password)
    made = make_clinic(site, FirstRunValues("Self-test", "Self-test", settings.zone, person, None))
    _forget(site)
    try:
        with window_on(site) as start:
            soon(lambda: isinstance(start.window.screen_shown(), RecoverCard), "the recovery key is asked for")
            take(start, folder / "recovery-key.png")
            _enter_code(start, made.clinic.recovery_code)
            write(start.card.user_name, USER)
            write(start.card.password, password)
            start.card.submit()
            office_of(start)
    finally:
        _forget(site)
    return f"asked for, and it opens; desk {site.desk}"


def _enter_code(start: Start, code: str) -> None:
    """A wrong key is told from the right one."""
    card = cast(RecoverCard, start.window.screen_shown())
    write(card.code, code[::-1])
    card.submit()
    soon(card.says.isVisible, "a wrong recovery key is refused")
    card.code.clear()
    write(card.code, code)
    card.submit()
    soon(lambda: start.window.screen_shown() is start.card and start.office, "the recovery key opens the clinic")


def _forget(site: Site) -> None:
    """Take the throw-away key out of this login's keyring, if there is one."""
    with suppress(SecretsUnavailable):
        system_store(clinic_id(site.places)).delete("clinic-key")
