"""Why a visit did not take place, why nothing was paid, why time is closed: codes with labels, from a dated rule pack."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from app.core.paths import resource


class ReasonKind(StrEnum):
    """What is being explained."""

    CANCEL = "cancel"
    NO_SHOW = "no-show"
    LEFT = "left"
    NO_PAYMENT = "no-payment"
    MOVE = "move"
    FORGIVE = "forgive"
    WAIVE = "waive"
    BLOCK = "block"


class Side(StrEnum):
    """Whose doing it was; reports count the two apart."""

    PATIENT = "patient"
    CLINIC = "clinic"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason a person can choose."""

    code: str
    kind: ReasonKind
    side: Side
    label_en: str
    label_es: str
    source: str
    valid_from: date
    valid_to: date | None = None
    needs_note: bool = False
    excused: bool = False

    @property
    def counts(self) -> bool:
        """Whether an absence with this reason counts against the patient: not the clinic's doing, and no storm."""
        return self.side is Side.PATIENT and not self.excused

    def label(self, language: str = "en") -> str:
        """Its words in a language; English for every language the pack does not have."""
        return self.label_es if language.startswith("es") else self.label_en

    def holds(self, day: date) -> bool:
        """Whether it may be chosen on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@cache
def _pack() -> tuple[Reason, ...]:
    """Every reason of the pack. Raises KeyError or ValueError for a pack that is not what it should be."""
    with resource("rules", "reasons.toml").open("rb") as file:
        pack = tomllib.load(file)
    return tuple(
        Reason(
            code=row["code"],
            kind=ReasonKind(row["kind"]),
            side=Side(row["side"]),
            label_en=row["label_en"],
            label_es=row["label_es"],
            source=row.get("source", pack["source"]),
            valid_from=row.get("valid_from", pack["valid_from"]),
            valid_to=row.get("valid_to"),
            needs_note=row.get("needs_note", False),
            excused=row.get("excused", False),
        )
        for row in pack["reason"]
    )


def reasons(kind: ReasonKind | str, day: date | None = None) -> tuple[Reason, ...]:
    """The reasons of a kind in the order of the pack; with `day` only those that hold on it. Raises ValueError for another kind."""
    wanted = ReasonKind(kind)
    return tuple(one for one in _pack() if one.kind is wanted and (day is None or one.holds(day)))


def reason(kind: ReasonKind | str, code: str) -> Reason | None:
    """The reason with that code, in force or not, or None."""
    return next((one for one in reasons(kind) if one.code == code), None)
