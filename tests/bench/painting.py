"""From a key to twenty painted rows: the Patients page with real keys, its own threads and a large base behind it."""

from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.core.database import Database
from app.core.ports import Here, Place, Ports
from app.kit import theme
from app.kit.table import ROW
from app.patients.rules.people import Person
from app.patients.view.page import PatientsPage, StartView
from app.runner.bridge import Runner
from app.runner.execute import Executor
from tests.bench.bases import asked_count, bases
from tests.bench.boards import application
from tests.bench.measures import Figure, least, measure, p95
from tests.bench.searching import ENGINES, drawn, no_collecting
from tests.support.clinic import ANYONE, ZONE
from tests.support.databases import NOW

PAINTED_MS, ROWS = 16.0, 20
#: so many people are typed and the very keys of the figure besides, in so many turns
TYPED, AGAIN, TURNS = 60, 10, 3
_PATIENCE_MS = 10_000


class Watched(QObject):
    """Tells when the answer to a key stands painted in the window."""

    def __init__(self, view: StartView) -> None:
        super().__init__()
        self.view, self.loop = view, QEventLoop()
        self.before: tuple[object, ...] = ()
        self.answered, self.begin, self.took = False, 0.0, 0.0
        self.patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self.patience.timeout.connect(self.loop.quit)
        view.finder.changed.connect(self._changed)
        view.results.table.viewport().installEventFilter(self)

    def key(self, sign: str) -> float:
        """Press a key; the milliseconds until its rows are painted. Raises RuntimeError when they never are."""
        self.answered, self.took, self.before = False, 0.0, self.view.results.model.rows
        self.patience.start()
        self.begin = perf_counter()
        QTest.keyClick(self.view.box, sign)
        if not self.took:
            self.loop.exec()
        if not self.took:
            raise RuntimeError(f"nothing came for {self.view.box.text()}")
        return self.took

    def _changed(self) -> None:
        if self.view.finder.answered != self.view.box.text():
            return
        if self.view.results.model.rows == self.before or not self.view.results.isVisible():
            self._done()  # nothing is painted
        else:
            self.answered = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.answered and event.type() == QEvent.Type.Paint:
            self.answered = False
            QTimer.singleShot(0, self._done)  # behind the painting that begins now
        return False

    def _done(self) -> None:
        self.took = (perf_counter() - self.begin) * 1000
        self.loop.quit()


def typed(people: list[Person]) -> list[str]:
    """What is typed, sign by sign: last name and two letters of the first, and the other way round."""
    texts = ["smi jo", "jo smi"] * AGAIN
    for person in people[:TYPED]:
        texts += [f"{person.family[:4]} {person.given[:2]}".lower(), f"{person.given[:3]} {person.family[:3]}".lower()]
    return texts


@measure(*(f"key_to_rows_{engine}" for engine in ENGINES), large=True)
def measure_painting() -> list[Figure]:
    """p95 over all keys of a person's name."""
    application()
    with bases(asked_count()) as opened:
        return [
            Figure(f"key_to_rows_{engine}", painted(database), "ms", PAINTED_MS) for engine, database in opened.items()
        ]


def painted(database: Database) -> float:
    """Type on one base. Raises RuntimeError where the window has no room for the rows."""
    with database.reading() as session:
        texts = typed(drawn(session, asked_count()))
    runner = Runner(Executor(database))
    runner.actor = ANYONE
    window = QWidget()
    window.resize(theme.px(1360), theme.px(ROW * (ROWS + 2) + 220))
    ports = Ports(here=lambda: Here(1, ZONE, NOW.date(), NOW.date()))
    page = PatientsPage(runner, ports)
    page.setParent(window)
    page.resize(window.size())
    window.show()
    page.activate(Place("patients"))
    watched = Watched(page.start)
    with no_collecting():
        turns = [[one for text in texts for one in _typed(watched, text)] for _ in range(TURNS)]
    if page.start.results.table.viewport().height() < theme.px(ROW) * ROWS:
        raise RuntimeError("the window is too low for the rows")
    window.close()
    runner.close()
    return p95(least(turns))


def _typed(watched: Watched, text: str) -> list[float]:
    watched.view.box.clear()
    return [watched.key(sign) for sign in text]
