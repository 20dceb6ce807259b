"""Race and ethnicity as US Core asks for them: OMB categories, and "declined" apart from "nobody asked".

Codes: HL7 Terminology, CDC Race and Ethnicity code system (urn:oid:2.16.840.1.113883.6.238), value sets
omb-race-category and omb-ethnicity-category; data-absent-reason `asked-declined`.
"""

from app.core.errors import ClinicError
from app.core.text import tr

#: asked, and not told
DECLINED = "asked-declined"
RACES = ("1002-5", "2028-9", "2054-5", "2076-8", "2106-3", "2131-1")
ETHNICITIES = ("2135-2", "2186-5")


def race_words(code: str) -> str:
    """A race category in words; a code that is not known stays as it is."""
    return {
        "1002-5": tr("American Indian or Alaska Native"),
        "2028-9": tr("Asian"),
        "2054-5": tr("Black or African American"),
        "2076-8": tr("Native Hawaiian or Pacific Islander"),
        "2106-3": tr("White"),
        "2131-1": tr("Another race"),
        DECLINED: tr("Does not wish to say"),
    }.get(code, code)


def ethnicity_words(code: str) -> str:
    """An ethnicity in words."""
    return {
        "2135-2": tr("Hispanic or Latino"),
        "2186-5": tr("Not Hispanic or Latino"),
        DECLINED: tr("Does not wish to say"),
    }.get(code, code)


def races_of(text: str) -> tuple[str, ...]:
    """The codes that a stored race holds."""
    return tuple(code.strip() for code in text.split(",") if code.strip())


def clean_race(text: str, field: str) -> str:
    """Race codes with commas between, each once, in the order of the list. Raises ClinicError at `field`."""
    codes = set(races_of(text))
    _check(codes, {*RACES, DECLINED}, field)
    if DECLINED in codes and len(codes) > 1:
        raise ClinicError("Either a race or that nothing was said, not both.", field=field)
    return ",".join(code for code in (*RACES, DECLINED) if code in codes)


def clean_ethnicity(text: str, field: str) -> str:
    """One ethnicity code, or none. Raises ClinicError at `field`."""
    code = text.strip()
    _check({code} - {""}, {*ETHNICITIES, DECLINED}, field)
    return code


def _check(codes: set[str], known: set[str], field: str) -> None:
    strange = sorted(codes - known)
    if strange:
        raise ClinicError("{code} is no code of this list.", field=field, next_step="Choose from it.", code=strange[0])
