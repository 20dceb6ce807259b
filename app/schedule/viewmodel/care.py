"""A patient's care on the record: episodes with their plans, authorizations with their counts; corrected from there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from app.core.access import Permission
from app.core.actions import Query
from app.core.ports import PaperKind, PaperWish
from app.core.text import tr
from app.episodes.actions import (
    EpisodeKey,
    FinishEpisode,
    ReopenEpisode,
    SetPlanOfCare,
    StartEpisode,
    UpdateEpisode,
    finish_episode,
    reopen_episode,
    set_plan_of_care,
    start_episode,
    update_episode,
)
from app.episodes.queries import EpisodeRow, episodes
from app.episodes.rules import EpisodeStatus
from app.insurance.actions import (
    AddAuthorization,
    EndAuthorization,
    UpdateAuthorization,
    add_authorization,
    end_authorization,
    update_authorization,
)
from app.insurance.queries import AuthorizationRow, PayerRow, payers
from app.insurance.rules import AuthorizationStatus
from app.kit.dates import show_date, show_time
from app.patients.viewmodel.sections import SectionModel
from app.schedule.actions.signing import MarkSigned, Signed, TakeSignaturesBack, mark_signed, take_signatures_back
from app.schedule.queries.ledger import LedgerRow, ledgers, row_for
from app.schedule.queries.series import SeriesRow, coming_series
from app.schedule.rules.series import Lack
from app.schedule.viewmodel.leave import count_words
from app.staff.queries import PractitionerRow, practitioners


@dataclass(frozen=True, slots=True)
class LeaveLine:
    """An authorization in words. `count` is "7 of 12 left, until 12/31/2026"; `past` tells of a booked visit nobody pays."""

    row: LedgerRow
    title: str
    glyph: str
    ink: str
    count: str
    facts: str
    past: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class CareLine:
    """An episode of care in words, with the authorization it points at."""

    row: EpisodeRow
    title: str
    state: str
    plan: str
    leave: LeaveLine | None


def leave_line(row: LedgerRow, today: date) -> LeaveLine:
    """An authorization in words, as it stands today."""
    given, ledger = row.authorization, row.ledger
    glyph, ink, count = count_words(row, today)
    number = tr("No. {number}", number=given.number) if given.number else ""
    facts = (
        tr("{count} attended", count=ledger.attended),
        tr("{count} not signed", count=ledger.unsigned) if ledger.unsigned else "",
        tr("{count} booked", count=ledger.booked),
        tr("{count} kept back", count=ledger.reserved) if ledger.reserved else "",
        given.note,
    )
    past = tr("Not covered from {day} on", day=show_date(ledger.first_past)) if ledger.first_past else ""
    title = " · ".join(part for part in (given.payer, number) if part)
    in_force = given.status is AuthorizationStatus.ACTIVE and given.starts_on <= today <= given.ends_on
    return LeaveLine(row, title, glyph, ink, count, " · ".join(one for one in facts if one), past, in_force)


def care_line(row: EpisodeRow, leave: LeaveLine | None) -> CareLine:
    """An episode in words."""
    title = " · ".join(part for part in (row.title or tr("Care"), row.practitioner) if part)
    return CareLine(row, title, _state(row), plan_words(row), leave)


def _state(row: EpisodeRow) -> str:
    since = show_date(row.starts_on)
    if row.status is EpisodeStatus.FINISHED and row.ends_on is not None:
        return tr("{first} to {last}", first=since, last=show_date(row.ends_on))
    if row.status is EpisodeStatus.ONHOLD:
        return tr("Rests · since {day}", day=since)
    return tr("since {day}", day=since)


def plan_words(row: EpisodeRow) -> str:
    """How often: 3 a week for 4 weeks, until 04/06/2026; "" without a plan."""
    plan = row.plan
    if plan is None:
        return ""
    words = tr(
        "{often} a week for {weeks} weeks, until {day}",
        often=plan.visits_per_week, weeks=plan.weeks, day=show_date(plan.last_day),
    )  # fmt: skip
    signed = tr("signed {day}", day=show_date(plan.certified_on)) if plan.certified_on else tr("not signed yet")
    return f"{words} · {signed}"


class CareModel(SectionModel):
    """Everything about a patient's care. Authorizations are shown to whom insurance is shown."""

    needs = Permission.VIEW_CLINICAL_HEADER
    tables: ClassVar[frozenset[str]] = frozenset(
        {"episode_of_care", "plan_of_care", "prior_authorization", "appointment", "payer", "waitlist_try"}
    )

    def clear(self) -> None:
        self.episodes: tuple[EpisodeRow, ...] = ()
        self.ledgers: tuple[LedgerRow, ...] = ()
        self.payers: tuple[PayerRow, ...] = ()
        self.people: tuple[PractitionerRow, ...] = ()
        self.series: tuple[SeriesRow, ...] = ()
        self._open = 0

    def ask(self, *, settled: bool = False) -> None:
        insured, mine = self.may(Permission.VIEW_INSURANCE), (self.patient_id, self.reason)
        books = self.may(Permission.BOOK)
        self._open = 2 + 2 * insured + books
        if books:
            self._ask(coming_series, "series", self.patient_id)
        self._ask(episodes, "episodes", *mine, settled=settled)
        self._ask(practitioners, "people", None)
        if insured:
            self._ask(ledgers, "ledgers", *mine, self.ports.promises, settled=settled)
            self._ask(payers, "payers")

    def _ask(self, question: Query[..., Any], name: str, *args: object, settled: bool = False) -> None:
        self.runner.ask(
            question, *args, then=lambda rows: self._take(name, rows), fail=self.fail, topic=self.topic(name),
            settled=settled,
        )  # fmt: skip

    def _take(self, name: str, rows: tuple[Any, ...]) -> None:
        setattr(self, name, rows)
        self._open -= 1
        if self._open <= 0:
            self.answered()

    @property
    def today(self) -> date:
        """Today where the window stands."""
        return self.ports.here().today

    def may_edit(self) -> bool:
        """Whether to offer changes: who edits patients only in part needs the right to take money (billing)."""
        grant = self.runner.person().grant(Permission.EDIT_PATIENT)
        return grant is not None and (not grant.masked or self.may(Permission.TAKE_PAYMENT))

    def episode(self) -> EpisodeRow | None:
        """The episode that goes on, the latest one where there are several."""
        return next((row for row in self.episodes if row.goes_on), None)

    def series_words(self, row: SeriesRow) -> tuple[str, str]:
        """A series in two lines: what is to come of it, and when next."""
        first = row.open[0]
        what = tr("{kind}: {left} of {count} to come", kind=row.visit_type, left=len(row.open), count=len(row.visits))
        at = f"{show_date(first.day)} {show_time(first.start)}"
        return what, tr("Next {time}, last {day}", time=at, day=show_date(row.open[-1].day))

    def series_with(self, visit_id: int) -> SeriesRow | None:
        """The series that a visit is one of, as far as visits of it are still to come."""
        return next((row for row in self.series if any(one.id == visit_id for one in row.visits)), None)

    def leaves(self) -> tuple[LeaveLine, ...]:
        """Every authorization in words."""
        return tuple(leave_line(row, self.today) for row in self.ledgers)

    def lines(self) -> tuple[CareLine, ...]:
        """Every episode in words, those that go on first."""
        by_id = {line.row.authorization.id: line for line in self.leaves()}
        return tuple(care_line(row, by_id.get(row.authorization_id or 0)) for row in self.episodes)

    def others(self) -> tuple[LeaveLine, ...]:
        """The authorizations that no episode points at."""
        pointed = {row.authorization_id for row in self.episodes}
        return tuple(line for line in self.leaves() if line.row.authorization.id not in pointed)

    def choices(self) -> dict[int, str]:
        """The authorizations an episode may point at, the one that ends last first."""
        return {
            line.row.authorization.id: f"{line.title}: {line.count}" for line in self.leaves()
            if line.row.authorization.status in (AuthorizationStatus.ACTIVE, AuthorizationStatus.DRAFT)
        }  # fmt: skip

    def likely_payer(self) -> int | None:
        """Who pays, as far as authorizations tell: the payer of the latest one."""
        return self.ledgers[0].authorization.payer_id if self.ledgers else None

    def therapists(self) -> dict[int, str]:
        """Who may treat, by name."""
        return {one.id: one.family for one in self.people}

    # ------------------------------------------------------------------------------------------------ papers

    def ask_payer(self, lack: Lack | None) -> None:
        """Show the request for what a series needs beyond its authorization."""
        episode = self.episode()
        row = row_for(self.ledgers, self.episodes, episode.id if episode else None, self.today)
        if self.patient_id is None or row is None or lack is None:
            return
        wish = PaperWish(
            PaperKind.EXTENSION, self.patient_id, self.place(), self.reason, row.authorization.id,
            episode.id if episode else None, lack.more, lack.first, lack.last, lack.late,
        )  # fmt: skip
        self.ports.show_paper(wish)

    # ----------------------------------------------------------------------------------------------- changes

    def start(self, values: dict[str, Any]) -> None:
        """Begin an episode where the window stands."""
        if self.patient_id is not None:
            command = StartEpisode(patient_id=self.patient_id, location_id=self.place(), reason=self.reason, **values)
            self.perform(start_episode, command)

    def change(self, row: EpisodeRow, values: dict[str, Any]) -> None:
        """Correct an episode; words that are masked stay as they are."""
        title = values["title"] or (None if not row.title else "")
        command = UpdateEpisode(
            episode_id=row.id, version=row.version, reason=self.reason, **{**values, "title": title}
        )
        self.perform(update_episode, command)

    def plan(self, row: EpisodeRow, values: dict[str, Any]) -> None:
        """Write a plan of care."""
        self.perform(set_plan_of_care, SetPlanOfCare(episode_id=row.id, reason=self.reason, **values))

    def finish(self, row: EpisodeRow, ends_on: date | None, mistake: bool) -> None:
        """Finish an episode, or take it back; with a way back."""
        command = FinishEpisode(
            episode_id=row.id, version=row.version, ends_on=ends_on, mistake=mistake, reason=self.reason
        )
        said = tr("Taken back") if mistake else tr("Care finished")
        self.perform(finish_episode, command, lambda key: self._offer_undo(said, lambda: self.reopen(key)))

    def reopen(self, key: EpisodeKey) -> None:
        """Take an episode up again."""
        command = ReopenEpisode(episode_id=key.episode_id, version=key.version, reason=self.reason)
        self.perform(reopen_episode, command)

    def authorize(self, row: AuthorizationRow | None, values: dict[str, Any]) -> None:
        """Add an authorization, or correct `row`."""
        if row is not None:
            update = UpdateAuthorization(authorization_id=row.id, version=row.version, reason=self.reason, **values)
            self.perform(update_authorization, update)
        elif self.patient_id is not None:
            self.perform(add_authorization, AddAuthorization(patient_id=self.patient_id, reason=self.reason, **values))

    def end_leave(self, row: AuthorizationRow, ends_on: date | None, mistake: bool) -> None:
        """End an authorization, or take it back."""
        command = EndAuthorization(
            authorization_id=row.id, version=row.version, ends_on=ends_on, mistake=mistake, reason=self.reason
        )
        self.perform(end_authorization, command)

    def sign(self, row: LedgerRow) -> None:
        """Every visit under an authorization that took place has a signed note; with a way back."""
        command = MarkSigned(appointment_ids=tuple(one.id for one in row.unsigned), reason=self.reason)
        self.perform(mark_signed, command, self._signed)

    def _signed(self, done: Signed) -> None:
        back = TakeSignaturesBack(appointment_ids=done.appointment_ids, reason=self.reason)
        said = tr("Marked as signed: {count}", count=done.count)
        self._offer_undo(said, lambda: self.perform(take_signatures_back, back))

    def _offer_undo(self, said: str, undo: Callable[[], None]) -> None:
        self.ports.undoable(said, undo)
