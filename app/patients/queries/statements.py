"""The statements of the search: written once for each engine and kept, so that a keystroke only binds its letters.

Every part is a range of a B-tree in bytes order, never a pattern, so % and _ are letters like others. What the planners
do wrong at a million patients is taken out of their hands: a short beginning is driven by the list of distinct words, one
seek each, by CROSS JOIN on SQLite (which keeps that order) and by a LATERAL with a limit of its own on PostgreSQL (which
cannot be turned round); no part sorts more than it gives back; and the plan is the same whether the values are known or not.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Date, TextClause, bindparam, text
from sqlalchemy.sql.selectable import TextualSelect

from app.core.orm import coded
from app.core.sessions import ClinicSession
from app.patients.rules.codes import KeyKind, Restriction, Sex

#: the sign behind every other: keys that begin with a text lie from it to it + LAST
LAST = "\U0010ffff"
#: words of a beginning are counted so far to choose the shorter way; a way of more is soon full
_FEW_WORDS = 1000
_NAME = "n.patient_id, n.location_id, n.main, n.word, n.beside"


def engine_of(session: ClinicSession) -> str:
    """The name of the engine that a session talks to, which is told to keep its plans until the transaction ends.

    PostgreSQL, left alone, plans the longer statements anew for each keystroke, in more time than it answers them.
    """
    engine = session.wire.dialect.name
    if engine == "postgresql":
        session.ask(_KEEP_PLANS)
    return engine


_KEEP_PLANS = text("SET LOCAL plan_cache_mode = force_generic_plan")


# ----------------------------------------------------------------------------------------------------------- pieces


def _each(engine: str, drivers: str, name: str, columns: str, table: str, condition: str, *, order: str = "") -> str:
    """`columns` of the rows of `table` (called `name`) that fit, driver by driver: one seek each."""
    if engine == "sqlite":
        return f"SELECT {columns} FROM {drivers} CROSS JOIN {table} {name} ON {condition}"
    inner = f"SELECT {columns} FROM {table} {name} WHERE {condition} {order} LIMIT :limit"
    return f"SELECT {name}.* FROM {drivers} CROSS JOIN LATERAL ({inner}) {name}"


def listed(engine: str, values: tuple[Any, ...]) -> object:
    """A list as the one value that is bound for it."""
    return json.dumps(values) if engine == "sqlite" else list(values)


def _list(engine: str, bound: str, kind: str = "text", name: str = "w") -> str:
    """A bound list as a table with a column `value`: JSON on SQLite, an array on PostgreSQL."""
    if engine == "sqlite":
        return f"json_each(:{bound}) {name}"
    return f"unnest(CAST(:{bound} AS {kind}[])) {name}(value)"


def _ids(engine: str) -> str:
    return _list(engine, "ids", "bigint")


def _word(engine: str) -> str:
    return "w.value" if engine == "sqlite" else 'w.value COLLATE "C"'


def _begins(column: str, name: str) -> str:
    return f"{column} >= :{name} AND {column} < :{name}_end"


def _together(parts: Iterable[str], before: str = "") -> TextClause:
    """All parts one after the other, each row with the number of its part; `before` is what they all look at."""
    union = " UNION ALL ".join(f"SELECT {at} AS part, found.* FROM ({part}) found" for at, part in enumerate(parts))
    return text(before + union)


def _reach(engine: str, column: str) -> str:
    """That a row is of the locations in reach. The signs say that it is no way to find rows, only to leave some out."""
    mine = f"SELECT w.value FROM {_list(engine, 'reach', 'bigint')}"
    return f"(+{column} IS NULL OR +{column} IN ({mine}))"


# ------------------------------------------------------------------------------------------------------------ names


@cache
def by_names(
    engine: str, words: int, initials: frozenset[int], bound: bool, *, own: bool = False, coming: bool = False
) -> TextClause:
    """Names that hold all words: :a and :b (the longest two), :c0 …; each with its `_end`, `:limit` rows a part.

    Of two halves of the parts the first is of names that hold a word as it was typed. With `own` parts follow of main
    names of the location :own, `:few` rows each; with `coming` one of the patients :ids, wherever they belong.
    `bound` asks for the locations in :reach. `initials` are the further words of one letter, which a middle name's
    initial answers to.
    """
    more = _more(words, initials)
    parts = _limited(_parts(engine, words, more, bound=bound))
    if own:
        parts += _limited(_own_parts(engine, words, more, bound=bound), ":few")
    if coming:
        parts.append(_among(engine, words))
    return _together(parts, "" if words == 1 else _WAY)


@cache
def by_main_names(engine: str, words: int, initials: frozenset[int], bound: bool) -> TextClause:
    """The first parts of `by_names`, of main names alone."""
    parts = _parts(engine, words, _more(words, initials) + " AND n.main", bound=bound)
    return _together(_limited(parts), "" if words == 1 else _WAY)


def _limited(parts: Iterable[str], limit: str = ":limit") -> list[str]:
    return [f"{part} LIMIT {limit}" for part in parts]


def whole_parts(words: int) -> int:
    """How many parts of `by_names` are of names that hold a word as it was typed; as many are of beginnings."""
    return 1 if words == 1 else 2


def own_parts(words: int) -> int:
    """How many parts are of the location :own: those that hold a word as it was typed, and one of beginnings."""
    return whole_parts(words) + 1


def _more(words: int, initials: frozenset[int]) -> str:
    """Further conditions of a row."""
    return "".join(f" AND {_also(at, initial=at in initials)}" for at in range(words - 2))


def _where(engine: str, *, bound: bool) -> str:
    """That a row is of the locations in reach."""
    return f" AND {_reach(engine, 'n.location_id')}" if bound else ""


def _parts(engine: str, words: int, more: str, *, bound: bool) -> list[str]:
    """Names of all locations, or of those in reach: then two beginnings are sought location by location."""
    near = more + _where(engine, bound=bound)
    if words == 1:
        return _one_word(near)
    return _whole(near) + (_spans(engine, more) if bound else _walks(engine, more))


def _own_parts(engine: str, words: int, more: str, *, bound: bool) -> list[str]:
    """Main names of the location :own."""
    near = f"{more}{_where(engine, bound=bound)} AND n.main AND n.location_id = :own"
    return _one_word(near) if words == 1 else [*_whole(near), _span(near)]


def _also(at: int, *, initial: bool) -> str:
    """That a further word begins one of the names as well."""
    beside = f"SELECT 1 FROM name_key o WHERE o.patient_id = n.patient_id AND {_begins('o.word', f'c{at}')}"
    middle = f"SELECT 1 FROM patient p WHERE p.id = n.patient_id AND lower(substr(p.middle, 1, 1)) = :c{at}"
    return f"(EXISTS ({beside}) OR EXISTS ({middle}))" if initial else f"EXISTS ({beside})"


def _one_word(more: str) -> list[str]:
    return [
        f"SELECT {_NAME} FROM name_key n WHERE n.word = :a{more} ORDER BY n.beside",
        f"SELECT {_NAME} FROM name_key n WHERE n.word > :a AND n.word < :a_end{more} ORDER BY n.word, n.beside",
    ]


def _whole(more: str) -> list[str]:
    """One of two words whole beside the beginning of the other."""
    return [
        f"SELECT {_NAME} FROM name_key n WHERE n.word = :{one} AND {_begins('n.beside', other)}{more} ORDER BY n.beside"
        for one, other in (("a", "b"), ("b", "a"))
    ]


def _span(more: str) -> str:
    """Two beginnings in one location, which `more` names: its names lie together, and are few beside the whole base's."""
    begun = f"n.word > :a AND n.word < :a_end AND {_begins('n.beside', 'b')}"
    return f"SELECT {_NAME} FROM name_key n WHERE {begun}{more} ORDER BY n.word, n.beside"


def _spans(engine: str, more: str) -> list[str]:
    """The same of each location in reach, and of people without one."""
    begun = f"n.location_id = w.value AND n.word > :a AND n.word < :a_end AND {_begins('n.beside', 'b')}{more}"
    reach = _list(engine, "reach", "bigint")
    each = _each(engine, reach, "n", _NAME, "name_key", begun, order="ORDER BY n.word, n.beside")
    return [each, _span(f" AND n.location_id IS NULL{more}")]


def _walks(engine: str, more: str) -> list[str]:
    """Two beginnings in all locations, by the way that has fewer words to try."""
    return [_walk(engine, one, other, turn, more) for one, other, turn in (("a", "b", ""), ("b", "a", "NOT "))]


def _walk(engine: str, one: str, other: str, turn: str, more: str) -> str:
    """The words that begin with `one`, each with those beside it that begin with `other`; not a step on the longer way."""
    condition = f"n.word = w.word AND {_begins('n.beside', other)}{more}"
    begun = f"w.word > :{one} AND w.word < :{one}_end"
    if engine == "sqlite":  # asked before the words are: as a condition it would be asked of each
        walk = _each(engine, "way CROSS JOIN name_word w", "n", _NAME, "name_key", condition)
        return f"{walk} WHERE {turn}way.a_first AND {begun}"
    walk = _each(engine, "name_word w", "n", _NAME, "name_key", condition, order="ORDER BY n.beside")
    return f"{walk} WHERE {begun} AND {turn}(SELECT way.a_first FROM way) ORDER BY w.word"


def _count(one: str) -> str:
    return (
        f"(SELECT count(*) FROM (SELECT 1 FROM name_word c WHERE {_begins('c.word', one)} LIMIT {_FEW_WORDS}) counted)"
    )


#: whether :a begins fewer words than :b; looked at once for all parts
_WAY = f"WITH way AS MATERIALIZED (SELECT {_count('a')} <= {_count('b')} AS a_first) "


@cache
def by_alike(engine: str, words: int, initials: frozenset[int], bound: bool) -> TextClause:
    """The same with words that :a and :b may stand for: lists :as and :bs of whole words."""
    more = _more(words, initials) + _where(engine, bound=bound)
    if words == 1:
        return _together([_alike(engine, "as", more)])
    both = f" AND n.beside IN (SELECT {_word(engine)} FROM {_list(engine, 'bs')}){more}"
    return _together([
        _alike(engine, "as", f" AND {_begins('n.beside', 'b')}{more}"),
        _alike(engine, "bs", f" AND {_begins('n.beside', 'a')}{more}"),
        _alike(engine, "as", both),
    ])  # fmt: skip


def _alike(engine: str, name: str, more: str) -> str:
    condition = f"n.word = {_word(engine)}{more}"
    return (
        _each(engine, _list(engine, name), "n", _NAME, "name_key", condition, order="ORDER BY n.beside")
        + " LIMIT :limit"
    )


@cache
def among(engine: str, words: int) -> TextClause:
    """Which of :ids bear names with :a and :b (or :a alone)."""
    return _together([_among(engine, words)])


def _among(engine: str, words: int) -> str:
    fits = _begins("n.word", "a") + (f" AND {_begins('n.beside', 'b')}" if words > 1 else "")
    condition = f"n.patient_id = w.value AND {fits}"
    return _each(engine, _ids(engine), "n", _NAME, "name_key", condition) + " LIMIT :limit"


@cache
def among_alike(engine: str) -> TextClause:
    """Which of :ids bear names with one of the whole words :as."""
    condition = f"n.patient_id = w.value AND n.word IN (SELECT {_word(engine)} FROM {_list(engine, 'as')})"
    return _together([_each(engine, _ids(engine), "n", _NAME, "name_key", condition) + " LIMIT :limit"])


@cache
def beside(engine: str) -> TextClause:
    """Who bears a word of :as beside one of :bs, of :near_as beside one of :bs, of :as beside one of :near_bs."""
    second = "f.value" if engine == "sqlite" else 'f.value COLLATE "C"'
    condition = f"n.word = {_word(engine)} AND n.beside = {second}"
    ways = (("as", "bs"), ("near_as", "bs"), ("as", "near_bs"))
    return _together(
        _each(
            engine,
            f"{_list(engine, one)} CROSS JOIN {_list(engine, other, name='f')}",
            "n",
            _NAME,
            "name_key",
            condition,
        )
        + " LIMIT :limit"
        for one, other in ways
    )


@cache
def slipped(engine: str) -> TextClause:
    """The words that have one of :slips in common with a typed one."""
    condition = f"s.slip = {_word(engine)}"
    return text(_each(engine, _list(engine, "slips"), "s", "s.word", "name_slip", condition) + " LIMIT :limit")


# ------------------------------------------------------------------------------------------------- numbers and dates


@cache
def by_keys(kinds: tuple[KeyKind, ...]) -> TextClause:
    """Ids by search keys: for each kind those that begin with :k0 …, `:limit` each; and by the record number :mrn."""
    parts = [
        f"SELECT patient_id FROM search_key WHERE kind = '{kind.value}' AND {_begins('key', f'k{at}')}"
        " ORDER BY kind, key LIMIT :limit"
        for at, kind in enumerate(kinds)
    ]
    return _together([*parts, "SELECT id AS patient_id FROM patient WHERE mrn = :mrn"])


@cache
def by_birth(names: str = "") -> TextClause:
    """Ids by birth date :born; `names` narrows a crowded day to last names with :a ("a"), first ones ("b"), or both."""
    last, first = _begins("family_key", names[:1] or "a"), _begins("given_key", names[1:] or "a")
    narrowed = {"": "", "a": f" AND {last}", "-": f" AND {first}"}.get(names, f" AND {last} AND {first}")
    ask = f"SELECT id AS patient_id FROM patient WHERE birth_date = :born{narrowed}"
    # in the order of this very index: by names alone the planner would walk everybody to find one day's births
    made = text(f"{ask} ORDER BY birth_date, family_key, given_key LIMIT :limit")
    return made.bindparams(bindparam("born", type_=Date))


@cache
def among_days(engine: str) -> TextClause:
    """Ids of those born on one of :days whose last or first name begins with one of :firsts."""
    day = "w.value" if engine == "sqlite" else "CAST(w.value AS date)"
    first = "f.value" if engine == "sqlite" else 'f.value COLLATE "C"'
    drivers = f"{_list(engine, 'days')} CROSS JOIN {_list(engine, 'firsts', name='f')}"
    order = "ORDER BY p.birth_date, p.family_key, p.given_key"
    return _together(
        _each(engine, drivers, "p", "p.id AS patient_id", "patient", condition, order=order) + " LIMIT :limit"
        for column in ("family_key", "given_key")
        for condition in (f"p.birth_date = {day} AND p.{column} >= {first} AND p.{column} < {first} || '{LAST}'",)
    )


# ------------------------------------------------------------------------------------------------------------- rows

_SHOWN = (
    "p.id, p.family, p.given, p.middle, p.preferred_name, p.family_key, p.given_key, p.birth_date, p.sex, p.mrn, p.phone,"
    " p.other_phone, p.address_line, p.postal_code, p.home_location_id, p.restriction, p.staff_user_id"
)


_KINDS: dict[str, Any] = {"birth_date": Date, "sex": coded(Sex), "restriction": coded(Restriction)}


@cache
def rows_of(engine: str, *, bound: bool) -> TextualSelect:
    """What is shown of the patients :ids; those merged away are left out, with `bound` those beyond :reach too."""
    condition = "p.id = w.value AND p.merged_into_id IS NULL"
    if bound:
        condition += f" AND {_reach(engine, 'p.home_location_id')}"
    return text(_each(engine, _ids(engine), "p", _SHOWN, "patient", condition)).columns(**_KINDS)


@cache
def names_of(engine: str) -> TextClause:
    """Former and other names of the patients :ids."""
    columns = 'm.patient_id, m."use", m.family, m.given'
    return text(
        _each(engine, _ids(engine), "m", columns, "patient_name", "m.patient_id = w.value", order="ORDER BY m.id")
    )


@cache
def births_of(engine: str) -> TextualSelect:
    """The birth dates of the patients :ids."""
    return text(_each(engine, _ids(engine), "p", "p.id, p.birth_date", "patient", "p.id = w.value")).columns(
        birth_date=Date
    )


@cache
def learning(engine: str) -> TextClause:
    """Write those of :words that nobody's name had so far, and give them back."""
    known = f"SELECT w.value FROM {_list(engine, 'words')} WHERE true"  # SQLite wants a condition before a conflict
    return text(f"INSERT INTO name_word (word) {known} ON CONFLICT DO NOTHING RETURNING word")
