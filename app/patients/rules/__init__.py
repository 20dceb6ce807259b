"""Pure decisions about people: codes, names and keys, what a search means, what is missing, who looks alike."""

from app.patients.rules.asking import Asked, carried_over, parse_search
from app.patients.rules.codes import KeyKind, Matched, NoteKind, Sex, matched_words, sex_letter, sex_words
from app.patients.rules.folding import (
    digits_of,
    fold,
    id_key,
    phone_digits,
    phone_key,
    phone_tail,
    short_name,
    show_mrn,
    show_name,
    show_phone,
)
from app.patients.rules.likeness import Likeness, Reason, Sureness, likeness, reason_words, sureness_words
from app.patients.rules.people import Person, age_on, cleaned, missing, missing_words, search_keys
from app.patients.rules.writing import clean, clean_phone

__all__ = [
    "Asked",
    "KeyKind",
    "Likeness",
    "Matched",
    "NoteKind",
    "Person",
    "Reason",
    "Sex",
    "Sureness",
    "age_on",
    "carried_over",
    "clean",
    "clean_phone",
    "cleaned",
    "digits_of",
    "fold",
    "id_key",
    "likeness",
    "matched_words",
    "missing",
    "missing_words",
    "parse_search",
    "phone_digits",
    "phone_key",
    "phone_tail",
    "reason_words",
    "search_keys",
    "sex_letter",
    "sex_words",
    "short_name",
    "show_mrn",
    "show_name",
    "show_phone",
    "sureness_words",
]
