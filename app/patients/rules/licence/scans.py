"""What a keyboard-wedge reader typed, told apart: a licence, a member card, a payment card, something else."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import ClinicError
from app.core.text import tr
from app.kit.dates import show_date
from app.patients.rules.licence.reading import read_licence
from app.patients.rules.licence.stripe import is_stripe, read_stripe
from app.patients.rules.licence.value import Licence
from app.patients.rules.licence.wedge import is_licence

#: signs looked at; what is longer is no card
LONGEST = 10_000
#: AIM's name of the kind of barcode (ISO/IEC 15424), which some readers type before it
_AIM = r"^\][A-Za-z][0-9A-Za-z]"
_TRACK = r"[%;+#]([^%;?]{3,107})\?"
_BANK = r"%B(\d{12,19})\^|;(\d{12,19})=\d{3,}"
#: numbers that card networks give out (ISO/IEC 7812): Visa, Mastercard, American Express, Discover
_NETWORKS = r"(?:4\d{15}|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12})"
_ID = r"(?i)(?=[A-Z0-9 -]*\d)[A-Z0-9](?:[A-Z0-9 -]{2,28})[A-Z0-9]"


class ScanKind(StrEnum):
    """What was scanned."""

    LICENCE = "licence"
    STRIPE = "stripe"
    MEMBER = "member"
    PAYMENT = "payment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan. `text` is what to read or to search for: the whole text of a licence, the id of a member card.

    A payment card has no text: nothing of it is kept. `words` says why a scan is of no use, "" when it is.
    """

    kind: ScanKind
    text: str = ""
    words: str = ""


def read_scan(text: str) -> Scan:
    """Tell what a burst of a reader was. Never raises."""
    shown = text[:LONGEST]
    if is_licence(shown):
        return Scan(ScanKind.LICENCE, shown)
    bare = re.sub(_AIM, "", re.sub(r"[\x00-\x1f\x7f]+", " ", shown).strip())
    if is_stripe(bare):
        return Scan(ScanKind.STRIPE, bare)
    if _is_payment(bare):
        return Scan(ScanKind.PAYMENT, words=tr("This is a payment card. Nothing of it was kept."))
    member = _member_id(bare)
    if member:
        return Scan(ScanKind.MEMBER, member)
    return Scan(ScanKind.OTHER, words=tr("This is neither a license nor a member card."))


def _is_payment(text: str) -> bool:
    """A bank's stripe, or the bare number of a card network; health cards begin with 80840 and are none."""
    found = re.search(_BANK, text)
    number = (found[1] or found[2]) if found else re.sub(r"[ -]", "", text)
    if found and text.startswith("%B"):
        return True
    return (bool(found) and not number.startswith("80840") and _luhn(number)) or (
        re.fullmatch(_NETWORKS, number) is not None and _luhn(number)
    )


def _luhn(number: str) -> bool:
    """The check digit of ISO/IEC 7812-1."""
    doubled = (2 * int(digit) for digit in number[-2::-2])
    return (sum(map(int, number[-1::-2])) + sum(value - 9 * (value > 9) for value in doubled)) % 10 == 0


def _member_id(text: str) -> str:
    """The id on a member card: the first field of a track that looks like one, or the whole of a plain barcode."""
    tracks = re.findall(_TRACK, text)
    if not tracks:
        return text if re.fullmatch(_ID, text) else ""
    fields = [part.strip() for track in tracks for part in re.split(r"[\^=/$]", track)]
    likely = [field for field in fields if re.fullmatch(_ID, field) and sum(map(str.isdigit, field)) >= 4]
    return next(iter(likely), "")


def licence_of(text: str, today: date | None) -> Licence:
    """The licence in a scan, from its barcode or its stripe. Raises ClinicError with a plain sentence for other scans."""
    scan = read_scan(text)
    if scan.kind is ScanKind.STRIPE:
        return read_stripe(scan.text, today)
    if scan.kind is ScanKind.PAYMENT:
        raise ClinicError("This is a payment card. Nothing of it was kept.", next_step="Scan the license.")
    return read_licence(text, today)


def scanned_licence(text: str, today: date | None) -> Licence | None:
    """The licence in what was scanned; None for what was typed by hand, and for a scan that cannot be read."""
    try:
        return licence_of(text, today) if _looks_scanned(text) else None
    except ClinicError:
        return None


def search_words(text: str) -> str:
    """What a search asks for when this was scanned into its box: "Sample, Michael 06/06/1986" for a licence.

    A member card becomes its id and a payment card nothing, so that neither a card's number nor a licence's whole text
    goes into the journal. What was typed by hand stays as it is.
    """
    if not _looks_scanned(text):
        return text
    scan = read_scan(text)
    if scan.kind not in (ScanKind.LICENCE, ScanKind.STRIPE):
        return scan.text
    try:
        licence = licence_of(text, None)
    except ClinicError:
        return ""
    name = ", ".join(part for part in (licence.family, licence.given) if part)
    return f"{name} {show_date(licence.birth_date) if licence.birth_date else ''}".strip()


def refusal(text: str) -> str:
    """Why nothing can be searched for after a scan, for a person to read."""
    return read_scan(text).words or tr("The scan stopped early. Scan the card once more.")


def _looks_scanned(text: str) -> bool:
    if text.lstrip()[:1] in ("%", ";", "]"):
        return True
    if len(text) < 15:  # no licence and no card network's number is shorter
        return False
    return re.fullmatch(_NETWORKS, re.sub(r"[ -]", "", text)) is not None or is_licence(text)
