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
#: so many words are few; and so far those of a beginning are counted, to choose the way: one of more is soon full
_FEW_WORDS = 400
_COUNTED = {"sqlite": 1000, "postgresql": _FEW_WORDS}
_NAME = "n.patient_id, n.location_id, n.main, n.word, n.beside"


def engine_of(session: ClinicSession) -> str:
    """The name of the engine that a session talks to, which is told to keep its plans until the transaction ends."""
    engine = session.wire.dialect.name
    if engine == "postgresql":
        session.ask(_KEPT)
    return engine


#: PostgreSQL, left alone, plans the longer statements anew for each keystroke, in more time than it answers them
KEEP_PLANS = "set_config('plan_cache_mode', 'force_generic_plan', true)"
_KEPT = text(f"SELECT {KEEP_PLANS}")


# ----------------------------------------------------------------------------------------------------------- pieces


def _each(engine: str, drivers: str, name: str, columns: str, table: str, condition: str, *, order: str = "") -> str:
    """`columns` of the rows of `table` (called `name`) that fit, driver by driver: one seek each."""
    if engine == "sqlite":
        return f"SELECT {columns} FROM {drivers} CROSS JOIN {table} {name} ON {condition}"
    inner = f"SELECT {columns} FROM {table} {name} WHERE {condition} {order} LIMIT :limit"
    return f"SELECT {name}.* FROM {drivers} CROSS JOIN LATERAL ({inner}) {name}"


def listed(engine: str, values: tuple[Any, ...]) -> object:
    """A list as the one value that is bound for it."""
    if engine == "sqlite":
        return json.dumps(values)
    numbers = not values or isinstance(values[0], int)  # written at once: the driver takes them one by one
    return f"{{{','.join(map(str, values))}}}" if numbers else list(values)


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


def _together(parts: Iterable[str], before: str = "", further: Iterable[str] = ()) -> TextClause:
    """All parts one after the other, each row with the number of its part, which is -1 of the `further` ones.

    `before` is what they all look at.
    """
    numbered = [*enumerate(parts), *((-1, part) for part in further)]
    return text(
        before + " UNION ALL ".join(f"SELECT {at} AS part, found.* FROM ({part}) found" for at, part in numbered)
    )


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

    The first parts are of names that hold a word as it was typed, the next of beginnings. With `own` parts follow of main
    names of the location :own, `:few` rows each; with `coming` one of the patients :ids, wherever they belong.
    `bound` asks for the locations in :reach. `initials` are the further words of one letter, which a middle name's
    initial answers to.
    """
    more = _more(words, initials)
    parts, further = _limited(_parts(engine, words, more, bound=bound)), list[str]()
    if own:
        further += _limited(_own_parts(engine, words, more, bound=bound), ":few")
    if coming:
        further.append(_among(engine, words))
    return _together(parts, "" if words == 1 else _way(engine), further)


@cache
def by_main_names(engine: str, words: int, initials: frozenset[int], bound: bool) -> TextClause:
    """The first parts of `by_names`, of main names alone."""
    parts = _parts(engine, words, _more(words, initials) + " AND n.main", bound=bound)
    return _together(_limited(parts), "" if words == 1 else _way(engine))


def _limited(parts: Iterable[str], limit: str = ":limit") -> list[str]:
    return [f"{part} LIMIT {limit}" for part in parts]


def whole_parts(words: int) -> int:
    """How many of the first parts of `by_names` are of names that hold a word as it was typed."""
    return 1 if words == 1 else 2


def _more(words: int, initials: frozenset[int]) -> str:
    """Further conditions of a row."""
    return "".join(f" AND {_also(at, initial=at in initials)}" for at in range(words - 2))


def _where(engine: str, *, bound: bool) -> str:
    """That a row is of the locations in reach."""
    return f" AND {_reach(engine, 'n.location_id')}" if bound else ""


def _parts(engine: str, words: int, more: str, *, bound: bool) -> list[str]:
    """Names of all locations, or of those in reach: then two beginnings are sought in each, and among people without one."""
    near = more + _where(engine, bound=bound)
    if words == 1:
        return _one_word(near)
    if not bound:
        return [*_whole(near), *_everywhere(engine, more)]
    mine = _near(engine, f"{more} AND n.location_id = r.value", _list(engine, "reach", "bigint", "r"))
    return [*_whole(near), *mine, _span(f"{more} AND n.location_id IS NULL")]


def _own_parts(engine: str, words: int, more: str, *, bound: bool) -> list[str]:
    """Main names of the location :own."""
    near = f"{more}{_where(engine, bound=bound)} AND n.main AND n.location_id = :own"
    return _one_word(near) if words == 1 else [*_whole(near), *_near(engine, near)]


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


def _everywhere(engine: str, more: str) -> list[str]:
    """Two beginnings in all locations: word by word, but where many words begin so, a server sooner finds enough in a row."""
    return _walks(engine, more) if engine == "sqlite" else _by_few(engine, more)


def _near(engine: str, more: str, reach: str = "") -> list[str]:
    """Two beginnings in the location that `more` names, or each of a list of them.

    There names lie together, and all that begin with the first are soon read; where few words do so but many people bear
    them, as with first names, SQLite is quicker word by word.
    """
    if engine == "sqlite":
        return _by_few(engine, more, f"{reach} CROSS JOIN " if reach else "")
    each = _each(engine, reach, "n", _NAME, "name_key", _BEGUN + more, order=_IN_A_ROW)
    return [each if reach else _span(more)]


def _by_few(engine: str, more: str, reach: str = "") -> list[str]:
    """Word by word where few words begin so, else all in a row."""
    row = f"SELECT {_NAME} FROM way CROSS JOIN {reach}name_key n ON {_BEGUN}{more} WHERE NOT way.few"
    if engine != "sqlite":
        row = _span(f"{more} AND (SELECT NOT way.few FROM way)")
    return [*_walks(engine, more, reach, "way.few AND "), row]


def _span(more: str) -> str:
    """All that begin with the first of two beginnings, in a row."""
    return f"SELECT {_NAME} FROM name_key n WHERE {_BEGUN}{more} {_IN_A_ROW}"


_BEGUN = f"n.word > :a AND n.word < :a_end AND {_begins('n.beside', 'b')}"
_IN_A_ROW = "ORDER BY n.word, n.beside"


def _walks(engine: str, more: str, reach: str = "", when: str = "") -> list[str]:
    """Two beginnings by the way that has fewer words to try."""
    ways = (("a", "b", "way.a_first"), ("b", "a", "NOT way.a_first"))
    return [_walk(engine, one, other, when + turn, more, reach) for one, other, turn in ways]


def _walk(engine: str, one: str, other: str, when: str, more: str, reach: str) -> str:
    """The words that begin with `one`, each with those beside it that begin with `other`; not a step but `when`."""
    condition = f"n.word = w.word AND {_begins('n.beside', other)}{more}"
    begun = f"w.word > :{one} AND w.word < :{one}_end"
    if engine == "sqlite":  # asked before the words are: as a condition it would be asked of each
        walk = _each(engine, f"way CROSS JOIN {reach}name_word w", "n", _NAME, "name_key", condition)
        return f"{walk} WHERE {when} AND {begun}"
    walk = _each(engine, "name_word w", "n", _NAME, "name_key", condition, order="ORDER BY n.beside")
    return f"{walk} WHERE {begun} AND (SELECT {when} FROM way) ORDER BY w.word"


def _way(engine: str) -> str:
    """Whether :a begins fewer words than :b, and whether one of both begins few; looked at once for all parts."""
    of_a, of_b = (
        f"(SELECT count(*) FROM (SELECT 1 FROM name_word c WHERE {_begins('c.word', one)} LIMIT {_COUNTED[engine]}) c)"
        for one in "ab"
    )
    few = f"a < {_FEW_WORDS} OR b < {_FEW_WORDS}"
    # both as they stand: a planner that puts the one into the other counts twice
    return (
        f"WITH counted AS MATERIALIZED (SELECT {of_a} AS a, {of_b} AS b), "
        f"way AS MATERIALIZED (SELECT a <= b AS a_first, {few} AS few FROM counted) "
    )


@cache
def by_alike(engine: str, words: int, initials: frozenset[int], bound: bool) -> TextClause:
    """The same with words that :a and :b may stand for: lists :as and :bs of whole words."""
    more = _more(words, initials) + _where(engine, bound=bound)
    if words == 1:
        return _together([_alike(engine, "as", more)])
    return _together([
        _alike(engine, "as", f" AND {_begins('n.beside', 'b')}{more}"),
        _alike(engine, "bs", f" AND {_begins('n.beside', 'a')}{more}"),
        _both(engine, "as", "bs", more),
    ])  # fmt: skip


def _alike(engine: str, name: str, more: str) -> str:
    condition = f"n.word = {_word(engine)}{more}"
    each = _each(engine, _list(engine, name), "n", _NAME, "name_key", condition, order="ORDER BY n.beside")
    return f"{each} LIMIT :limit"


def _both(engine: str, one: str, other: str, more: str = "") -> str:
    """A word of one list beside a word of the other."""
    second = "f.value" if engine == "sqlite" else 'f.value COLLATE "C"'
    drivers = f"{_list(engine, one)} CROSS JOIN {_list(engine, other, name='f')}"
    condition = f"n.word = {_word(engine)} AND n.beside = {second}{more}"
    return _each(engine, drivers, "n", _NAME, "name_key", condition) + " LIMIT :limit"


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
    ways = (("as", "bs"), ("near_as", "bs"), ("as", "near_bs"))
    return _together(_both(engine, one, other) for one, other in ways)


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
        f"SELECT patient_id, location_id FROM search_key WHERE kind = '{kind.value}' AND {_begins('key', f'k{at}')}"
        " ORDER BY kind, key LIMIT :limit"
        for at, kind in enumerate(kinds)
    ]
    return _together([*parts, "SELECT id AS patient_id, home_location_id FROM patient WHERE mrn = :mrn"])


@cache
def by_birth(names: str = "") -> TextClause:
    """Ids by birth date :born; `names` narrows a crowded day to last names with :a ("a"), first ones ("b"), or both."""
    last, first = _begins("family_key", names[:1] or "a"), _begins("given_key", names[1:] or "a")
    narrowed = {"": "", "a": f" AND {last}", "-": f" AND {first}"}.get(names, f" AND {last} AND {first}")
    ask = f"SELECT id, home_location_id FROM patient WHERE birth_date = :born{narrowed}"
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
    """What is shown of the patients :ids; those merged away are left out, with `bound` those beyond :reach but for :coming."""
    condition = "p.id = w.value AND p.merged_into_id IS NULL"
    if bound:
        coming = f"w.value IN (SELECT c.value FROM {_list(engine, 'coming', 'bigint', 'c')})"
        condition += f" AND ({coming} OR {_reach(engine, 'p.home_location_id')})"
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
