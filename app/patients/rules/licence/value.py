"""What a scanned licence says."""

from dataclasses import dataclass
from datetime import date

from app.patients.rules.codes import IdentityKind, Sex
from app.patients.rules.details import Identity


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be taken from a card: the field it belongs to ("" for the whole scan), and a plain sentence."""

    field: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A driver's licence or state card as its barcode tells it, names and address in natural case.

    What the card does not hold, or holds damaged, is empty; `problems` says why. `state` is of the address,
    `jurisdiction` who issued the card (two letters), `iin` the issuer's number, `version` that of the AAMVA standard
    (0: none was read). `country` is an ISO 3166 code. `truncated` names the fields the card had no room for.
    """

    kind: IdentityKind = IdentityKind.LICENSE
    family: str = ""
    given: str = ""
    middle: str = ""
    suffix: str = ""
    birth_date: date | None = None
    sex: Sex = Sex.UNKNOWN
    address_line: str = ""
    address_unit: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""
    number: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    under_18_until: date | None = None
    under_19_until: date | None = None
    under_21_until: date | None = None
    real_id: bool | None = None
    jurisdiction: str = ""
    iin: str = ""
    version: int = 0
    truncated: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def filled(self) -> int:
        """How many fields the card gave: of two scans the one with more is the better."""
        texts = (self.family, self.given, self.address_line, self.city, self.state, self.postal_code, self.number)
        return sum(map(bool, texts)) + 2 * bool(self.birth_date) + bool(self.expires_on)

    def identity(self) -> Identity:
        """The card as a proof of identity to be kept with a registration."""
        return Identity(
            kind=self.kind,
            number=self.number,
            jurisdiction=self.jurisdiction or self.state,
            issued_on=self.issued_on,
            expires_on=self.expires_on,
        )
