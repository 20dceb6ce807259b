"""A patient's plans on the record: shown, added, corrected, ended; and the payers to choose from."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from app.core.access import Permission
from app.core.errors import ClinicError
from app.insurance.actions import (
    AddCoverage,
    AddPayer,
    EndCoverage,
    PayerKey,
    UpdateCoverage,
    add_coverage,
    add_payer,
    end_coverage,
    update_coverage,
)
from app.insurance.queries import CoverageRow, PayerRow, coverages, payers
from app.insurance.rules import RANKS, CardFacts, PayerKind
from app.insurance.viewmodel.words import Line, line_of
from app.patients.rules.folding import fold, id_key
from app.patients.viewmodel.sections import SectionModel

#: reads what a digital insurance card in a file says of each person it covers; raises ClinicError in plain words
CardReader = Callable[[Path], tuple[CardFacts, ...]]


class CoverageModel(SectionModel):
    """`payer_added` carries the id of a new payer once it can be chosen; `payer_failed` why there is none.

    `reader` reads a digital card from a file, where an upper room can; `card_read` carries what it says.
    """

    needs = Permission.VIEW_INSURANCE
    tables: ClassVar[frozenset[str]] = frozenset({"coverage", "payer"})
    card_read = Signal(object)
    card_failed = Signal(object)
    payer_added = Signal(int)
    payer_failed = Signal(object)
    payers_changed = Signal()

    reader: CardReader | None = None

    def read_card(self, path: Path) -> None:
        """Read a card from a file, beside everything else."""
        reader, mine = self.reader, self.patient_id
        if reader is not None:
            self.runner.job(
                lambda _job: reader(path), lambda cards: self._card_is_read(cards, mine), self.card_failed.emit
            )

    def _card_is_read(self, cards: tuple[CardFacts, ...], patient_id: int | None) -> None:
        if patient_id is not None and patient_id == self.patient_id:  # else somebody else is shown by now
            self.card_read.emit(cards)

    def payer_of(self, card: CardFacts) -> int | None:
        """The payer that the card names, where it is in the list."""
        return next((row.id for row in self.payers if fold(row.name) == fold(card.payer)), None)

    def plan_of(self, card: CardFacts) -> CoverageRow | None:
        """The plan that the card is a newer word about: the same number, else the one in force of the same payer."""
        numbered = [row for row in self.rows if card.member_id and id_key(row.member_id) == id_key(card.member_id)]
        payer_id, live = self.payer_of(card), [line.row for line in self.lines() if line.in_force]
        return next(iter((*numbered, *(row for row in live if row.payer_id == payer_id))), None)

    def clear(self) -> None:
        self.rows: tuple[CoverageRow, ...] = ()
        self.payers: tuple[PayerRow, ...] = ()
        self._new: int | None = None

    def ask(self, *, settled: bool = False) -> None:
        self.runner.ask(
            coverages, self.patient_id, self.reason, then=self._take, fail=self.fail, topic=self.topic("plans"),
            settled=settled,
        )  # fmt: skip
        self._ask_payers()

    def _ask_payers(self, new: int | None = None) -> None:
        self._new = new if new is not None else self._new
        self.runner.ask(payers, then=self._take_payers, fail=self.fail, settled=False)

    def _take_payers(self, rows: tuple[PayerRow, ...]) -> None:
        self.payers = rows
        self.payers_changed.emit()
        if self._new in {row.id for row in rows}:
            new, self._new = self._new, None
            self.payer_added.emit(new)

    def _take(self, rows: tuple[CoverageRow, ...]) -> None:
        self.rows = rows
        self.answered()

    @property
    def today(self) -> date:
        """Today where the window stands."""
        return self.ports.here().today

    def lines(self) -> tuple[Line, ...]:
        """Every plan in words: those in force first."""
        return tuple(line_of(row, self.today) for row in self.rows)

    def may_edit(self) -> bool:
        """Whether to offer changes: who edits patients only in part needs the right to take money (billing)."""
        grant = self.runner.person().grant(Permission.EDIT_PATIENT)
        return grant is not None and (not grant.masked or self.may(Permission.TAKE_PAYMENT))

    def free_rank(self) -> int:
        """The first place in line that no plan in force has; the last where all are taken."""
        taken = {line.row.rank for line in self.lines() if line.in_force}
        return next((rank for rank in RANKS if rank not in taken), RANKS[-1])

    def ends_something(self, rank: int) -> bool:
        """Whether a plan in force stands at that place."""
        return any(line.in_force and line.row.rank == rank for line in self.lines())

    # ----------------------------------------------------------------------------------------------- changes

    def save(self, values: Mapping[str, Any], editing: CoverageRow | None = None) -> None:
        """Add a plan, or correct `editing`. What is wrong comes back through `failed` with the form's field."""
        fields = {name: value for name, value in values.items() if name not in ("payer", "copay", "ends_previous")}
        fields |= {"payer_id": values["payer"], "copay_cents": values["copay"], "reason": self.reason}
        if editing is not None:
            command = UpdateCoverage(coverage_id=editing.id, version=editing.version, **fields)
            self.perform(update_coverage, command)
        elif values.get("ends_previous") and values["starts_on"] is None:
            self.fail(ClinicError("The day on which the new plan begins is needed for that.", field="starts_on"))
        elif self.patient_id is not None:
            ends = bool(values.get("ends_previous"))
            self.perform(add_coverage, AddCoverage(patient_id=self.patient_id, ends_previous=ends, **fields))

    def end(self, row: CoverageRow, ends_on: date | None, *, mistake: bool) -> None:
        """End a plan on a day, or take it back as a mistake."""
        self.perform(
            end_coverage,
            EndCoverage(
                coverage_id=row.id, version=row.version, ends_on=ends_on, mistake=mistake, reason=self.reason
            ),
        )  # fmt: skip

    def add_payer(self, name: str, kind: PayerKind, phone: str) -> None:
        """Add a payer, and offer it."""
        command = AddPayer(name=name, kind=kind, phone=phone)
        self.runner.run(add_payer, command, self._payer_added, self.payer_failed.emit)

    def _payer_added(self, key: PayerKey) -> None:
        self._ask_payers(key.payer_id)
