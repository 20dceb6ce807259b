"""Who saw whom: openings and settled lists, gathered and written in batches off the UI path."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from app.core.access import Actor
from app.core.actions import Query
from app.core.journal import Line
from app.core.values import canonical

#: one entry for each patient opened by a user in this time
OPENED_AGAIN = timedelta(minutes=15)


@dataclass(slots=True)
class ReadLog:
    """Lines that wait to be written. Opening the same patient again within 15 minutes is one line."""

    waiting: list[Line] = field(default_factory=list)
    opened: dict[tuple[int, int], datetime] = field(default_factory=dict)

    def note(
        self, query: Query[Any, Any], actor: Actor, answer: object, asked: tuple[object, ...], now: datetime
    ) -> None:
        """Remember one answer; `asked` is the filter a list was made with."""
        if query.subjects is None or answer is None:
            return
        ids = sorted(set(query.subjects(answer)))
        if query.opens:
            ids = [one for one in ids if self._first_time(actor.user_id, one, now)]
            why = str(getattr(answer, "reason", ""))  # asked of roles that open other locations' records
            lines = (self._line(query.name, actor, now, "Opened the record", {}, one) for one in ids)
            self.waiting.extend(replace(line, reason=why) for line in lines)
        elif ids:
            details = {"filter": [str(part) for part in asked], "patients": ids}
            self.waiting.append(
                self._line(query.name, actor, now, "Saw a list of {count}", details, None, count=len(ids))
            )

    def _first_time(self, user_id: int, patient_id: int, now: datetime) -> bool:
        last = self.opened.get((user_id, patient_id))
        if last is not None and now - last < OPENED_AGAIN:
            return False
        self.opened[user_id, patient_id] = now
        return True

    @staticmethod
    def _line(
        name: str,
        actor: Actor,
        now: datetime,
        says: str,
        details: dict[str, object],
        patient: int | None,
        **values: object,
    ) -> Line:
        return Line(
            at=now,
            kind="read",
            action=name,
            sentence=says.format(**values),
            actor_id=actor.user_id,
            actor_name=actor.name,
            desk=actor.desk,
            patient_id=patient,
            details=canonical(details),
        )

    def take(self) -> tuple[Line, ...]:
        """Everything that waits, once."""
        taken, self.waiting = tuple(self.waiting), []
        return taken
