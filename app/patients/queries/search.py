"""The search: candidates from the keys, and only the few that are shown read from the patients themselves."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from app.core.access import Actor, Permission, Scope, refusal
from app.core.actions import query
from app.core.sessions import ReadSession
from app.patients.queries.candidates import SPARE, Net, Reasons, candidates
from app.patients.queries.glass import Glass, day_and_glass
from app.patients.queries.reach import is_elsewhere, location_names
from app.patients.queries.statements import names_of, rows_of
from app.patients.rules.asking import SHORTEST_TAIL, Asked, parse_search
from app.patients.rules.codes import Matched, NameUse, Restriction, Sex
from app.patients.rules.details import OtherName
from app.patients.rules.fitting import Called, Fit, Why, fit
from app.patients.rules.folding import fold, initials, phone_digits, phone_tail, show_mrn, show_name
from app.patients.rules.people import age_on
from app.patients.rules.placeholders import unknown_dates

MOST = 100


class Hint(StrEnum):
    """What to say below an answer."""

    NONE = ""
    MORE = "more"  # more patients fit than are shown
    PLACEHOLDER = "placeholder"  # the birth date typed stands for not knowing it


@dataclass(frozen=True, slots=True)
class Expected:
    """Who has a visit today where the window stands; they come first. In the journal it is a word, not a list."""

    ids: frozenset[int] = frozenset()

    def __str__(self) -> str:
        """For the filter in the journal."""
        return "today's first" if self.ids else ""


@dataclass(frozen=True, slots=True)
class PatientHit:
    """One line of an answer. Little is shown of a record that is restricted, or of a clinic (`elsewhere`) out of reach."""

    id: int
    name: str
    preferred_name: str
    birth_date: date | None
    age: int | None
    sex: Sex
    mrn: str
    phone: str
    matched: tuple[Why, ...]
    elsewhere: str = ""
    restricted: bool = False
    expected: bool = False


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The best hits, and what to say about those that are not shown."""

    hits: tuple[PatientHit, ...] = ()
    hint: Hint = Hint.NONE


NOBODY = Expected()
_NO_KEYS: frozenset[Matched] = frozenset()
_CODES = tuple(Matched)


@query(Permission.SEARCH_PATIENT, subjects=lambda answer: [hit.id for hit in answer.hits])
def search(
    session: ReadSession,
    actor: Actor,
    text: str,
    location_id: int | None = None,
    expected: Expected = NOBODY,
    limit: int = 20,
) -> SearchAnswer:
    """Patients that fit all that was typed: who comes today, then who fits best, then who is of the location at work.

    Nobody for nothing or a single letter, and never more than `limit`. Another location's patients, for a role bound to
    its own, are found only by two things about them, and shown least.
    """
    grant = actor.grant(Permission.SEARCH_PATIENT)
    if grant is None:
        raise refusal(Permission.SEARCH_PATIENT)
    today, glass = day_and_glass(session, actor, location_id)
    asked = parse_search(text, today)
    if not asked.says_something:
        return SearchAnswer()
    if is_placeholder(asked):
        return SearchAnswer(hint=Hint.PLACEHOLDER)
    bound = grant.scope is Scope.OWN and asked.identifiers < 2
    reach = tuple(sorted(actor.locations)) if bound else None
    net = Net(session, asked, reach, location_id, expected.ids, min(limit, MOST))
    ids, reasons = candidates(net)
    fitting = sorted(_fitting(net, ids, reasons), key=lambda one: one.order(net))
    shown = [_hit(one, net, actor, glass, today) for one in fitting[: net.limit]]
    return SearchAnswer(
        _placed(session, shown, fitting), Hint.MORE if len(fitting) > net.limit or net.more else Hint.NONE
    )


def is_placeholder(asked: Asked) -> bool:
    """Whether nothing was asked for but a birth date that many have whose date nobody knows."""
    alone = not (asked.words or asked.digits or asked.number or asked.email)
    return alone and bool(asked.births) and all(unknown_dates().holds(f"{day:%Y%m%d}") for day in asked.births)


class Seen(NamedTuple):
    """What is read of a patient, in the order of `statements.rows_of`."""

    id: int
    family: str
    given: str
    middle: str
    preferred_name: str
    family_key: str
    given_key: str
    birth_date: date | None
    sex: Sex
    mrn: str
    phone: str
    other_phone: str
    address_line: str
    postal_code: str
    home_location_id: int | None
    restriction: Restriction
    staff_user_id: int | None


class _Fitting(NamedTuple):
    """A patient who was read, and how well they fit."""

    row: Seen
    keyed: Set[Matched]
    fit: Fit | None = None

    def order(self, net: Net) -> tuple[Any, ...]:
        row = self.row
        quality = self.fit.order if self.fit else (Matched.MRN not in self.keyed,)
        own = net.own is None or row.home_location_id == net.own
        return (row.id not in net.expected, quality, not own, row.family_key, row.given_key, row.id)

    def whys(self, asked: Asked) -> tuple[Why, ...]:
        """Everything that matched; asked of those alone who are shown."""
        names = self.fit.whys if self.fit else ()
        if not (self.keyed or asked.births or asked.digits):
            return names
        row, codes = self.row, set(self.keyed)
        if row.birth_date in asked.births:
            codes.add(Matched.BIRTH)
        if asked.digits and row.mrn == asked.digits:
            codes.add(Matched.MRN)
        if len(asked.digits) >= SHORTEST_TAIL and any(
            phone_digits(phone).endswith(asked.digits) for phone in (row.phone, row.other_phone)
        ):
            codes.add(Matched.PHONE)
        return (*names, *map(Why, sorted(codes, key=_CODES.index)))


def _fitting(net: Net, ids: Sequence[int], reasons: Reasons) -> Iterator[_Fitting]:
    """Those of the candidates who do fit, until there are enough."""
    found, step = 0, net.limit + SPARE
    for start in range(0, len(ids), step):
        rows = _read(net, ids[start : start + step])
        judged = [_judged(net, row, (), reasons.get(row.id, _NO_KEYS)) for row in rows]
        others = _other_names(net, [row for row, one in zip(rows, judged, strict=True) if one is None])
        for row, one in zip(rows, judged, strict=True):
            also = others.get(row.id)
            made = _judged(net, row, also, reasons.get(row.id, _NO_KEYS)) if also else one
            if made is not None:
                found += 1
                yield made
        if found > net.limit:
            return


def _read(net: Net, ids: Sequence[int]) -> Sequence[Seen]:
    """The rows of candidates; a role bound to its locations reads theirs, and whoever comes to it today."""
    values: dict[str, Any] = {"ids": tuple(ids), "limit": 1}
    if net.reach is not None:
        values |= {"reach": net.reach, "coming": tuple(one for one in ids if one in net.expected)}
    rows = net.ask(rows_of(net.engine, bound=net.reach is not None), values) if ids else ()
    return list(map(Seen._make, rows))


def _other_names(net: Net, rows: Sequence[Seen]) -> Mapping[int, list[OtherName]]:
    """Former and other names, read only of those whose registered ones leave a typed word open."""
    wanted = tuple(row.id for row in rows) if net.asked.words else ()
    found: dict[int, list[OtherName]] = {}
    for row in net.ask(names_of(net.engine), {"ids": wanted, "limit": 20}) if wanted else ():
        found.setdefault(row.patient_id, []).append(OtherName(use=NameUse(row.use), family=row.family, given=row.given))
    return found


def _judged(net: Net, row: Seen, others: Sequence[OtherName], keyed: Set[Matched]) -> _Fitting | None:
    """The patient, or None where the names or the birth date do not fit after all."""
    asked, fitted = net.asked, None
    if asked.words:
        fitted = fit(net.placed, Called(row.family, row.given, row.middle, row.preferred_name, others), net.alike)
        if fitted is None:
            return None
    if asked.births and asked.birth_text and row.birth_date not in asked.births:
        return None
    return _Fitting(row, keyed, fitted)


def _hit(one: _Fitting, net: Net, actor: Actor, glass: Glass | None, today: date) -> PatientHit:
    row, grant = one.row, actor.grant(Permission.SEARCH_PATIENT)
    away = is_elsewhere(actor, Permission.SEARCH_PATIENT, row.home_location_id)
    restricted = glass is not None and glass.seal(row.id, row) is not None
    masked = grant is not None and grant.masked
    hidden, nameless = away or restricted or masked, restricted or actor.shaded
    named = row.preferred_name and not (hidden or nameless)
    whys = one.whys(net.asked)
    told = {why.code for why in whys} if hidden else ()
    born = row.birth_date if not hidden or Matched.BIRTH in told else None
    return PatientHit(
        id=row.id,
        name=initials(row.family, row.given) if nameless else show_name(row.family, row.given),
        preferred_name=row.preferred_name if named and fold(row.preferred_name) != row.given_key else "",
        birth_date=born,
        age=age_on(row.birth_date, today) if row.birth_date and not hidden else None,
        sex=Sex.UNKNOWN if restricted else row.sex,
        mrn="" if hidden and Matched.MRN not in told else show_mrn(row.mrn),
        phone="" if hidden else phone_tail(row.phone),
        matched=tuple(Why(why.code) for why in whys) if hidden or nameless else whys,
        elsewhere="–" if away else "",
        restricted=restricted,
        expected=row.id in net.expected and not (restricted or masked),
    )


def _placed(session: ReadSession, hits: Sequence[PatientHit], fitting: Sequence[_Fitting]) -> tuple[PatientHit, ...]:
    """The hits with the names of the clinics that are out of reach."""
    if not any(hit.elsewhere for hit in hits):
        return tuple(hits)
    names = location_names(session)
    homes = {one.row.id: names.get(one.row.home_location_id or 0, "–") for one in fitting}
    return tuple(replace(hit, elsewhere=homes[hit.id]) if hit.elsewhere else hit for hit in hits)
