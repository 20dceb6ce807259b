"""Text at 200 % in a small window, in both languages, with a screen reader on.

Everything is reached, nothing is cut, no key stands twice, all that can be used has a role and a name, and what did not
go is said.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playing import tour
from playing.desk import Desk
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.bootstrap import DEMO_PASSWORD, open_executor, read_site
from app.core.paths import HOME_VARIABLE, SITE_VARIABLE
from app.core.settings import save_preferences
from app.kit import theme
from app.staff.actions.own import SetLanguage, set_language
from app.staff.actions.signing import sign_in
from tests.support.fits import clashes, misfits
from tests.support.hears import listening, unheard, unsaid

#: the smallest window that is promised to hold everything at 200 %
SMALL = QSize(1280, 720)
#: who looks, and how many things they reach at least
TOURS: dict[str, tuple[Callable[[Desk], Iterator[str]], int]] = {
    "front desk": (tour.front_desk, 60),
    "director": (tour.director, 14),
    "administrator": (tour.administrator, 8),
    "first steps": (tour.first_steps, 7),
}
PEOPLE = ("ana", tour.DIRECTOR, tour.ADMINISTRATOR)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Texts at 200 %, and as they were afterwards."""
    theme.apply(qapp, "light", 2.0)
    yield
    theme.apply(qapp)


def speak(language: str) -> None:
    """Everybody chooses a language, and so does the computer."""
    site = read_site()
    save_preferences(site.folders.preferences, {"language": language})
    if site.is_new:
        return
    executor = open_executor(site)
    for name in PEOPLE:
        executor.perform(set_language, SetLanguage(language=language), sign_in(executor, name, DEMO_PASSWORD, "desk"))
    executor.database.close()


def too_large(one: QWidget) -> str:
    """The sentence for a menu or a dialog that has no room on a small screen."""
    words = one.windowTitle() or one.accessibleName() or one.objectName()
    return f"{type(one).__name__} “{words}” is {one.size().toTuple()}, the screen is {SMALL.toTuple()}"


@pytest.mark.peer("AX-22")
@pytest.mark.usefixtures("site_file", "rings", "large")
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("who", TOURS)
def test_nothing_is_cut_or_unheard_at_200_percent(
    who: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk, least = TOURS[who]
    if walk is tour.first_steps:
        monkeypatch.setenv(SITE_VARIABLE, str(tmp_path / "none.toml"))
        monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "new"))
    speak(language)
    before = set(QApplication.topLevelWidgets())
    desk = Desk(read_site())
    desk.window.resize(SMALL)
    found, seen = list[str](), 0
    try:
        with listening() as said:
            for name in walk(desk):
                seen += 1
                desk.rest()
                assert desk.window.size() == SMALL, f"{name}: the window grew to {desk.window.size()}"
                others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one not in before]
                others.remove(desk.window)
                found += [f"{name}: {too_large(one)}" for one in others if one.size().boundedTo(SMALL) != one.size()]
                for shown in (desk.window, *others):
                    found += [f"{name}: {one}" for one in (*misfits(shown), *unheard(shown), *unsaid(shown, said))]
                found += [f"{name}: {one}" for one in clashes(desk.window)]
    finally:
        desk.close()
    assert found == []
    assert seen >= least


def test_what_is_cut_is_found(qapp: QApplication) -> None:
    """The control: the same look at a page that does cut, lets parts lie over each other and hides one outside."""
    theme.apply(qapp)
    page = QWidget()
    page.resize(400, 200)
    cut, high, outside = (
        QLabel("A sentence that is longer than its label", page),
        QLabel("Two words", page),
        QLabel("x", page),
    )
    cut.setGeometry(0, 0, 60, 20)
    high.setWordWrap(True)
    high.setGeometry(100, 0, 40, 12)
    outside.setGeometry(390, 180, 40, 40)
    page.show()
    said = misfits(page)
    page.close()
    assert [one for one in said if "needs" in one and "wide" in one]
    assert [one for one in said if "needs" in one and "high" in one]
    assert [one for one in said if "stands outside" in one]
