"""Codes of other systems in ours: sex, languages, race and ethnicity, relations. What is not known here stays as written.

Sources: HL7 v2 tables 0001, 0063, 0189; CDC race and ethnicity code system (2.16.840.1.113883.6.238); ISO 639-2.
"""

from app.patients.rules.folding import fold
from app.patients.rules.languages import language_tag

#: v2's table 0001 and FHIR's administrative-gender
_SEX = {
    "f": "female", "female": "female", "m": "male", "male": "male", "o": "other", "other": "other", "x": "other",
    "a": "other", "u": "unknown", "n": "unknown", "unknown": "unknown",
}  # fmt: skip
#: three letters that stand for none (ISO 639-2, and what people write)
_NO_LANGUAGE = frozenset({"und", "zxx", "mis", "mul", "unk", "oth", "na", "no"})
#: the OMB's categories
RACES = {
    "1002-5": "American Indian or Alaska Native", "2028-9": "Asian", "2054-5": "Black or African American",
    "2076-8": "Native Hawaiian or Other Pacific Islander", "2106-3": "White", "2131-1": "Other Race",
}  # fmt: skip
ETHNICITIES = {"2135-2": "Hispanic or Latino", "2186-5": "Not Hispanic or Latino"}
#: null flavours and v2 words by which somebody asked and was not told
DECLINED = "ASKU"
_DECLINING = frozenset({
    "asku", "declined", "refused", "patient declined", "decline to answer", "patient refused", "phc1175",
    "asked but unknown", "prefer not to say", "declined to specify",
})  # fmt: skip
_RACE_WORDS = {
    **{fold(word): code for code, word in RACES.items()},
    "american indian": "1002-5", "black": "2054-5", "african american": "2054-5", "caucasian": "2106-3",
    "native hawaiian": "2076-8", "pacific islander": "2076-8", "other": "2131-1",
}  # fmt: skip
_ETHNICITY_WORDS = {
    **{fold(word): code for code, word in ETHNICITIES.items()},
    "h": "2135-2", "hispanic": "2135-2", "latino": "2135-2", "n": "2186-5", "nh": "2186-5", "non hispanic": "2186-5",
    "not hispanic": "2186-5", "non hispanic or latino": "2186-5",
}  # fmt: skip


def sex_of(written: str) -> str:
    """FHIR's word for a sex, an empty one for a word that is not known."""
    return _SEX.get(fold(written), "")


def language_of(*written: str) -> str:
    """The BCP 47 tag of the first code or name that is one; empty where nothing is, and for "not known"."""
    return next((tag for text in written if (tag := language_tag(text)) and tag not in _NO_LANGUAGE), "")


def race_of(code: str, words: str = "") -> str:
    """The CDC's code of a race, DECLINED, or empty where neither code nor words are known."""
    return _coded(RACES, _RACE_WORDS, code, words)


def ethnicity_of(code: str, words: str = "") -> str:
    """The CDC's code of an ethnicity, DECLINED, or empty where neither code nor words are known."""
    return _coded(ETHNICITIES, _ETHNICITY_WORDS, code, words)


def _coded(codes: dict[str, str], by_word: dict[str, str], code: str, words: str) -> str:
    if code in codes:
        return code
    for text in (fold(code), fold(words)):
        if text in _DECLINING:
            return DECLINED
        if text in by_word:
            return by_word[text]
    return ""


#: relations of v2's table 0063, FHIR's v3 RoleCode and subscriber-relationship, in the words of a desk
_RELATIONS = {
    "self": ("sel", "oneself", "slf", "self", "onself", "18"), "spouse": ("spo", "sps", "spouse", "husb", "wife", "husband", "01"),
    "mother": ("mth", "mother", "nmth", "stpmth", "33"), "father": ("fth", "father", "nfth", "stpfth", "34"),
    "parent": ("par", "parent", "prn"), "child": ("chd", "child", "19", "nch", "sch", "fch", "son", "daughter", "dau"),
    "guardian": ("grd", "guard", "guardian", "legal guardian"), "grandparent": ("grp", "grprn", "grandparent"),
    "sibling": ("sib", "sibling", "bro", "sis", "brother", "sister"), "friend": ("fnd", "frnd", "friend"),
    "partner": ("dom", "lif", "domestic partner", "life partner", "partner", "53", "common", "dompart", "so", "significant other"),
    "employer": ("emr", "employer", "eme", "employee", "20"), "caregiver": ("cgv", "caregiver", "care giver"),
    "relative": ("exf", "relative", "extended family", "ext"), "injured": ("injured", "41"), "other": ("oth", "other", "g8", "39"),
}  # fmt: skip
_RELATION_WORDS = {word: relation for relation, words in _RELATIONS.items() for word in words}


def relation_of(*written: str) -> str:
    """One word for a relation, from codes and words in the order of trust; the last text as written where none is known."""
    for text in written:
        if fold(text) in _RELATION_WORDS:
            return _RELATION_WORDS[fold(text)]
    return next((text for text in reversed(written) if text), "")
