"""A search as it is typed: its lines, and when it counts as settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.access import Permission
from app.core.errors import ClinicError
from app.core.ports import Coming, Deed, Found, Place, Ports, VisitsToday
from app.core.text import tr
from app.kit.dates import show_date, show_time
from app.patients.queries.search import Expected, PatientHit, SearchAnswer, search
from app.patients.rules.codes import Matched, Sex, sex_letter
from app.patients.rules.fitting import why_words
from app.patients.rules.folding import phone_tail
from app.patients.rules.licence.scans import search_words
from app.runner.bridge import Runner

if TYPE_CHECKING:
    from app.patients.queries.record import PatientSummary

#: so many people stand in the palette
PEOPLE = 6
#: a search that rested so long was meant: it goes into the journal
SETTLED_MS = 700
#: answers where a person is at work
Where = Callable[[], int | None]


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line below the search box: a patient, or the offer to register what was typed (then `hit` is None).

    `glyph` is the board's ring of a visit today, where there is one.
    """

    key: str
    name: str
    facts: str
    number: str
    reason: str
    hit: PatientHit | None = None
    glyph: str = ""


class Finder(QObject):
    """Asks at every keystroke and drops what came too late; `answered` is the text that `lines` belong to.

    Through `ports` it knows where the window stands and who has a visit there today: they come first.
    """

    changed = Signal()

    def __init__(
        self, runner: Runner, where: Where | None = None, parent: QObject | None = None, ports: Ports | None = None
    ) -> None:
        super().__init__(parent)
        self.runner, self.ports = runner, ports
        self._where = where or self._at_work
        self._today: VisitsToday | None = None
        self._answer = SearchAnswer()
        self.text, self.problem = "", ""
        self.lines: tuple[ResultLine, ...] = ()
        self.answered = ""
        self._settled_text = ""
        self._rest = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._rest.timeout.connect(self.settle)

    def _at_work(self) -> int | None:
        """The window's location; where that is all of them, the person's first own one."""
        here = self.ports.here().location_id if self.ports is not None else None
        return here if here is not None else min(self.runner.person().locations, default=None)

    def _coming(self) -> Mapping[int, Coming]:
        """Who has a visit today; nobody until the room that knows it is there."""
        today = self.ports.visits_today if self.ports is not None else None
        if today is None:
            return {}
        if today is not self._today:
            self._today = today
            today.hear(self._say_again)
        return today.by_patient()

    def _say_again(self) -> None:
        """A visit has moved on: its words beside those who were found."""
        if self.lines:
            self._show(self._answer)

    def type(self, text: str) -> None:
        """Search for what stands in the box now; of a pasted card only whom it names, since a search is kept."""
        self.text = search_words(text)
        self._rest.start()
        self._ask(settled=False)

    def settle(self) -> None:
        """The text is meant as it stands."""
        self._rest.stop()
        if self.text.strip() and self.text != self._settled_text:
            self._settled_text = self.text
            self._ask(settled=True)

    def _ask(self, *, settled: bool) -> None:
        if not self.text.strip():
            self._take(SearchAnswer())
            return
        topic, expected = f"search-{id(self)}", Expected(frozenset(self._coming()))
        self.runner.ask(
            search, self.text, self._where(), expected, then=self._take, fail=self._fail, topic=topic, settled=settled
        )

    def _take(self, answer: SearchAnswer) -> None:
        self.answered = self.text
        self._show(answer)

    def _show(self, answer: SearchAnswer) -> None:
        self.problem, self._answer, coming = "", answer, self._coming()
        lines = tuple(line_of(hit, coming.get(hit.id) if hit.expected else None) for hit in answer.hits)
        may_add = len(self.text.strip()) >= 2
        self.lines = (*lines, register_line(self.text.strip())) if may_add else lines
        self.changed.emit()

    def deeds(self, line: ResultLine) -> tuple[Deed, ...]:
        """What the rooms offer to do with a line; a restricted record is opened first."""
        if line.hit is None or line.hit.restricted or self.ports is None:
            return ()
        made = (offer(line.hit.id) for offer in self.ports.offers)
        return tuple(deed for deed in made if deed is not None)

    def _fail(self, why: ClinicError) -> None:
        self.problem, self.lines, self.answered, self._answer = str(why), (), self.text, SearchAnswer()
        self.changed.emit()

    def forget(self) -> None:
        """Nothing was searched."""
        self.text, self.lines, self.answered, self._settled_text = "", (), "", ""
        self._answer = SearchAnswer()
        self._rest.stop()
        self.changed.emit()


class People(QObject):
    """Finds people for the command palette (a SearchSource); whoever may not search finds nobody, and it is no refusal."""

    def __init__(self, runner: Runner, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finder = Finder(runner, parent=self, ports=ports)
        self._answer: Callable[[tuple[Found, ...]], None] | None = None
        self._finder.changed.connect(self._tell)

    def find(self, text: str, answer: Callable[[tuple[Found, ...]], None]) -> None:
        """Answer with the best few."""
        self._answer = answer
        if self._finder.runner.person().grant(Permission.SEARCH_PATIENT) is not None:
            self._finder.type(text)

    def _tell(self) -> None:
        if self._answer is not None:
            hits = [line for line in self._finder.lines if line.hit is not None][:PEOPLE]
            self._answer(tuple(_found(line) for line in hits))


def _found(line: ResultLine) -> Found:
    place = Place("patients", patient_id=line.hit.id if line.hit else None)
    return Found(line.name, " · ".join(filter(None, (line.facts, line.number))), "user", place)


def line_of(hit: PatientHit, coming: Coming | None = None) -> ResultLine:
    """A found patient in words: 02/14/1990 · 36 · F; who comes today with the hour and the board's word for it."""
    birth = show_date(hit.birth_date) if hit.birth_date else ""
    called = tr("called {name}", name=hit.preferred_name) if hit.preferred_name else ""
    facts = [birth, str(hit.age) if hit.age is not None else "", sex_letter(hit.sex), called, hit.elsewhere]
    return ResultLine(
        key=f"patient-{hit.id}",
        name=hit.name,
        facts=" · ".join(part for part in facts if part),
        number=" · ".join(part for part in (hit.phone, tr("MRN {mrn}", mrn=hit.mrn) if hit.mrn else "") if part),
        reason=reason_words(hit, coming),
        hit=hit,
        glyph=f"ring:{coming.ring}" if coming else "",
    )


def reason_words(hit: PatientHit, coming: Coming | None = None) -> str:
    """Why somebody stands in the answer; of who comes today, that a name fits is seen and need not be said."""
    whys = [why for why in hit.matched if coming is None or why.code is not Matched.NAME]
    return " · ".join(filter(None, (today_words(coming), ", ".join(why_words(why) for why in whys))))


def today_words(coming: Coming | None) -> str:
    """Today 10:30 AM, checked in; nothing for who does not come."""
    if coming is None:
        return ""
    return tr("Today {time}, {state}", time=show_time(coming.start), state=coming.word.lower())


def register_line(text: str) -> ResultLine:
    """The last line of an answer."""
    return ResultLine("register", tr("Register “{text}” as new patient", text=text), "", "", "")


def line_of_record(record: PatientSummary) -> ResultLine:
    """A record that was opened, as a line."""
    person, hidden = record.person, record.masked or record.elsewhere
    return line_of(
        PatientHit(
            id=record.id,
            name=record.name,
            preferred_name="",
            birth_date=None if hidden else person.birth_date,
            age=None if hidden else record.age,
            sex=Sex.UNKNOWN if hidden else person.sex,
            mrn=record.mrn,
            phone="" if hidden else phone_tail(person.phone),
            matched=(),
            elsewhere=record.home_location if record.elsewhere else "",
        )
    )
