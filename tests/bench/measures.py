"""What a measurement is, and the list of all of them; the modules beside this one fill it."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

#: an odd number, so that the median is a value that was measured
RUNS = 9


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: a value, the floor measured in the same run (or None), and the limit it must keep.

    `limit` is compared with `ratio` where there is a floor, else with `value`.
    """

    name: str
    value: float
    unit: str
    limit: float
    floor: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return None if not self.floor else round(self.value / self.floor, 2)

    @property
    def ok(self) -> bool:
        """Whether the limit is kept."""
        return (self.value if self.ratio is None else self.ratio) <= self.limit

    def plain(self) -> dict[str, object]:
        """The figure as JSON has it."""
        floor = None if self.floor is None else round(self.floor, 2)
        return {
            "name": self.name, "value": round(self.value, 2), "unit": self.unit, "floor": floor, "ratio": self.ratio,
            "limit": self.limit, "ok": self.ok,
        }  # fmt: skip


Work = Callable[[], list[Figure]]
MEASURES: dict[str, Work] = {}
#: figures of a base that takes minutes to make
LARGE: set[str] = set()


def measure(*names: str, large: bool = False) -> Callable[[Work], Work]:
    """Put a function into the list under the names of the figures it gives; `large` ones are left out of a short run."""

    def keep(work: Work) -> Work:
        MEASURES.update(dict.fromkeys(names, work))
        LARGE.update(names if large else ())
        return work

    return keep


def middle(values: list[float]) -> float:
    """The median."""
    return float(median(values))
