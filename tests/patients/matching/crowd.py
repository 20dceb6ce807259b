"""Made-up people and the slips of those who write them down: households, twins, juniors; typed, scanned and heard wrong."""

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from app.patients.rules.matching import Traits, traits_of
from app.patients.rules.matching.facts import facts

Row = dict[str, str]
FIELDS = (
    "given", "middle", "family", "birth_date", "sex", "address_number", "address_line", "address_unit", "city", "state",
    "postal_code", "phone", "email", "ssn", "member_id",
)  # fmt: skip
_STREETS = (
    "Main", "Oak", "Court", "Mineral King", "Walnut", "Caldwell", "Demaree", "Lovers", "Elm", "Maple", "Cedar", "Park",
    "Pine", "Washington", "Lake", "Hill", "Church", "Spring", "River", "Ferguson", "Giddings", "Akers", "Houston",
)  # fmt: skip
_KINDS = ("Street", "Avenue", "Road", "Drive", "Lane", "Court", "Place", "Circle", "Boulevard", "Way")
_CITIES = tuple((f"{name}", f"93{number:03}") for number, name in enumerate(
    ("Visalia", "Tulare", "Porterville", "Dinuba", "Lindsay", "Exeter", "Farmersville", "Woodlake", "Hanford", "Lemoore",
     "Selma", "Kingsburg", "Reedley", "Sanger", "Fresno", "Clovis", "Delano", "Wasco", "Corcoran", "Avenal"), 200))  # fmt: skip
_MAILS = ("gmail.com", "yahoo.com", "hotmail.com", "icloud.com", "comcast.net")
_KEYS = {
    "a": "sq",
    "e": "wr",
    "i": "uo",
    "o": "ip",
    "n": "bm",
    "m": "n",
    "s": "ad",
    "t": "ry",
    "r": "et",
    "l": "k",
    "c": "vx",
}
_NONE: frozenset[str] = frozenset()
_SEEN = (("rn", "m"), ("cl", "d"), ("o", "0"), ("l", "1"), ("s", "5"), ("b", "6"), ("e", "c"), ("h", "b"))
_HEARD = (("ph", "f"), ("ck", "k"), ("y", "ie"), ("z", "s"), ("ee", "ea"), ("mm", "m"), ("nn", "n"), ("tt", "t"), ("c", "k"),
          ("ou", "u"), ("ei", "ie"), ("v", "b"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Habits:
    """How a crowd lives and how it is written down. Numbers are chances, or most slips of a copy."""

    people: int = 1000
    fields: tuple[str, ...] = FIELDS
    households: float = 0.0
    twins: float = 0.0
    juniors: float = 0.0
    copies: Sequence[int] = (1,)
    doubled: float = 0.5
    slips: int = 3
    missing: float = 0.05
    moved: float = 0.0
    married: float = 0.0
    nicknames: float = 0.0
    swapped: float = 0.02
    replaced: float = 0.0


@dataclass
class Crowd:
    """People made with one seed; `rows` and `owners` go together."""

    habits: Habits
    seed: int = 1
    rows: list[Row] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.draw = Random(self.seed)
        known = facts()
        self._families, self._givens = _Wheel(known.family_share), _Wheel(known.given_share)
        self._people: list[Row] = []
        while len(self._people) < self.habits.people:
            self._people += self._home()
        for owner, person in enumerate(self._people[: self.habits.people]):
            self._write(owner, person)

    def _write(self, owner: int, person: Row) -> None:
        copies = self.draw.choice(self.habits.copies) if self.draw.random() < self.habits.doubled else 0
        for row in [person, *(self._copied(person) for _ in range(copies))]:
            self.rows.append({name: row[name] for name in self.habits.fields})
            self.owners.append(owner)

    # ------------------------------------------------------------------------------------------------- people

    def _home(self) -> list[Row]:
        first = self._person(self._families.turn(self.draw), self.draw.randint(1930, 2000))
        if self.draw.random() >= self.habits.households:
            return [first]
        home = [first, self._kin(first, int(first["birth_date"][:4]) + self.draw.randint(-6, 6))]
        year = int(first["birth_date"][:4]) + self.draw.randint(20, 38)
        while self.draw.random() < 0.6 and year < 2024:
            child = self._kin(first, year)
            home.append(child)
            if self.draw.random() < self.habits.twins:
                home.append(self._twin(first, child))
            year += self.draw.randint(1, 4)
        if self.draw.random() < self.habits.juniors and len(home) > 2:
            home[2] |= {"given": first["given"], "middle": first["middle"], "sex": first["sex"]}
        return home

    def _person(self, family: str, year: int) -> Row:
        city, code = self.draw.choice(_CITIES)
        given = self._given()
        return {
            "given": given, "middle": self._given() if self.draw.random() < 0.7 else "", "family": family,
            "birth_date": f"{year}{self.draw.randint(1, 12):02}{self.draw.randint(1, 28):02}",
            "sex": self.draw.choice("FM"), "address_number": str(self.draw.randint(1, 2999)),
            "address_line": f"{self.draw.choice(_STREETS)} {self.draw.choice(_KINDS)}",
            "address_unit": f"Apt {self.draw.randint(1, 60)}" if self.draw.random() < 0.25 else "",
            "city": city, "state": "CA", "postal_code": code, "phone": self._digits("559", 7),
            "email": f"{given}.{family}{self.draw.randint(1, 99)}@{self.draw.choice(_MAILS)}".replace(" ", ""),
            "ssn": self._digits(str(self.draw.randint(101, 665)), 6), "member_id": self._digits("W", 9),
        }  # fmt: skip

    def _kin(self, first: Row, year: int) -> Row:
        """Somebody under the same roof: what a household shares is shared, the rest is their own."""
        shared = {
            name: first[name] for name in ("address_number", "address_line", "address_unit", "city", "postal_code")
        }
        kin = self._person(first["family"], year) | shared
        kin["member_id"] = first["member_id"]
        for name, chance in (("phone", 0.6), ("email", 0.4)):
            if self.draw.random() < chance:
                kin[name] = first[name]
        return kin

    def _twin(self, first: Row, child: Row) -> Row:
        """Born on the same day, called by another name."""
        twin = {**self._kin(first, int(child["birth_date"][:4])), "birth_date": child["birth_date"]}
        formal = facts().formal
        same = twin["given"] == child["given"] or formal.get(twin["given"], _NONE) & formal.get(child["given"], _NONE)
        return self._twin(first, child) if same else twin

    def _given(self) -> str:
        return self._givens.turn(self.draw)

    def _digits(self, start: str, count: int) -> str:
        return start + "".join(self.draw.choice("0123456789") for _ in range(count))

    # -------------------------------------------------------------------------------------------------- copies

    def _copied(self, person: Row) -> Row:
        row, chance = dict(person), self.draw.random
        if chance() < self.habits.moved:
            row |= {
                name: self._person("x", 1990)[name]
                for name in ("address_number", "address_line", "address_unit", "city", "postal_code")
            }
        if chance() < self.habits.moved:
            row["phone"] = self._digits("661", 7)
        if row["sex"] == "F" and chance() < self.habits.married:
            row["family"] = self._families.turn(self.draw)
        if chance() < self.habits.nicknames:
            row["given"] = self._nickname(row["given"])
        if chance() < self.habits.swapped:
            row["given"], row["family"] = row["family"], row["given"]
        if chance() < self.habits.swapped:
            row["birth_date"] = row["birth_date"][:4] + row["birth_date"][6:] + row["birth_date"][4:6]
        for _ in range(self.draw.randint(0, self.habits.slips)):
            name = self.draw.choice([one for one in self.habits.fields if row[one]] or ["given"])
            row[name] = self._slipped(row[name], name)
        for name in self.habits.fields:
            if chance() < self.habits.missing:
                row[name] = ""
        return row

    def _slipped(self, text: str, name: str) -> str:
        if self.draw.random() < self.habits.replaced:
            return self._person(self._families.turn(self.draw), self.draw.randint(1930, 2010))[name]
        if name in ("sex", "state"):
            return self.draw.choice("FM") if name == "sex" else text
        return self.draw.choice(_SLIPS)(text, self.draw)

    def _nickname(self, given: str) -> str:
        known = facts().formal
        short = sorted(name for name, formal in known.items() if given in formal and name != given)
        return self.draw.choice(short) if short else given

    def traits(self) -> list[Traits]:
        """The rows made ready for comparing."""
        return [made(row) for row in self.rows]


class _Wheel:
    """Draws names as often as they are borne, and now and then one that nobody else bears."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        self._names, self._sums = list(shares), list(accumulate(shares.values()))

    def turn(self, draw: Random) -> str:
        if draw.random() < 0.05:
            return "".join(draw.choice("bcdfghklmnprstvz") + draw.choice("aeiou") for _ in range(draw.randint(2, 4)))
        return self._names[bisect(self._sums, draw.random() * self._sums[-1])]


def _typed(text: str, draw: Random) -> str:
    at = draw.randrange(len(text)) if text else 0
    return draw.choice((
        text[:at] + text[at + 1 :],
        text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
        text[:at] + draw.choice(_KEYS.get(text[at : at + 1].lower(), "x")) + text[at + 1 :] if not text[at : at + 1].isdigit()
        else text[:at] + draw.choice("0123456789") + text[at + 1 :],
        text[:at] + text[at : at + 1] * 2 + text[at + 1 :],
    ))  # fmt: skip


def _replacing(pairs: Sequence[tuple[str, str]]) -> Callable[[str, Random], str]:
    def slip(text: str, draw: Random) -> str:
        fitting = [(old, new) for old, new in pairs if old in text.lower()]
        if not fitting:
            return _typed(text, draw)
        old, new = draw.choice(fitting)
        return text.lower().replace(old, new, 1)

    return slip


_SLIPS: tuple[Callable[[str, Random], str], ...] = (_typed, _typed, _typed, _replacing(_SEEN), _replacing(_HEARD))


def made(row: Row) -> Traits:
    """One row made ready for comparing."""
    return traits_of(
        family=row.get("family", ""), given=row.get("given", ""), middle=row.get("middle", ""),
        birth=row.get("birth_date", ""), sex=row.get("sex", ""), address_number=row.get("address_number", ""),
        address_line=row.get("address_line", ""), address_unit=row.get("address_unit", ""), city=row.get("city", ""),
        state=row.get("state", ""), postal_code=row.get("postal_code", ""), phones=[row.get("phone", "")],
        email=row.get("email", ""), ssn=row.get("ssn", ""), member_id=row.get("member_id", ""),
    )  # fmt: skip


_NAMES = ("given", "middle", "family", "birth_date", "sex")
_HOME = ("address_number", "address_line", "address_unit", "city", "state", "postal_code")
#: crowds after the public test sets' manner, and those of a clinic
CROWDS: dict[str, Habits] = {
    "few slips": Habits(people=900, fields=("given", "family", *_HOME, "birth_date", "ssn"), slips=3, replaced=0.15),
    "many copies": Habits(
        people=600, fields=("given", "family", *_HOME, "birth_date", "ssn"), copies=(1, 1, 2, 3, 5), doubled=0.9, slips=8,
        missing=0.08, replaced=0.2, swapped=0.1,
    ),
    "no numbers": Habits(people=900, fields=("given", "family", *_HOME, "birth_date"), slips=5, missing=0.08, replaced=0.15),
    "voters": Habits(
        people=1500, fields=(*_NAMES, *_HOME), households=0.6, twins=0.05, juniors=0.15, moved=0.3, married=0.15,
        nicknames=0.15, slips=2, doubled=0.35,
    ),
    "clinic": Habits(
        people=1500, fields=(*_NAMES, *_HOME, "phone", "email"), households=0.6, twins=0.06, juniors=0.15, moved=0.3,
        married=0.15, nicknames=0.15, slips=3, doubled=0.3, missing=0.15,
    ),
    "members": Habits(
        people=1200, fields=("given", "family", "birth_date", "sex", "phone", "member_id"), households=0.7, twins=0.08,
        juniors=0.2, nicknames=0.1, slips=2, doubled=0.3, missing=0.1,
    ),
    "no doubles": Habits(people=1500, fields=(*_NAMES, *_HOME, "phone"), households=0.7, twins=0.08, juniors=0.2, doubled=0.0),
    "names and dates": Habits(people=1200, fields=("given", "family", "birth_date", "postal_code"), households=0.5, twins=0.05,
                              juniors=0.1, nicknames=0.1, slips=2, doubled=0.3),
}  # fmt: skip
