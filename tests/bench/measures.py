"""What a measurement is, and the list of all of them; the modules beside this one fill it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

#: an odd number, so that the median is a value that was measured
RUNS = 9
#: a question is asked so many times, in turns with all the others of its figure
TURNS = 7


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


def p95(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20)[18]


def milliseconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    begin = perf_counter()
    work()
    return (perf_counter() - begin) * 1000


def quickest(asked: Sequence[Callable[[], object]], turns: int = TURNS) -> list[float]:
    """The least milliseconds of each question over some turns through all of them.

    Between two times that a question is asked come all the others, so it finds its rows no warmer than a desk does; what the
    rest of the machine does meanwhile only ever adds, and is different each turn.
    """
    return least([[milliseconds(one) for one in asked] for _ in range(turns)])


def least(turns: Sequence[Sequence[float]]) -> list[float]:
    """Of several turns through the same questions, the least time of each."""
    return [min(times) for times in zip(*turns, strict=True)]
