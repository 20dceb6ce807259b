"""Whether two records are one person's: a Fellegi-Sunter score over fields, with a household as third answer.

traits    traits_of: a record made ready for comparing, once
compare   compare: how alike two records are, one level for each Field
weights   usual_weights, weights_from, shares_of: what each level weighs, how common a value is
scoring   chances: one person, one household, strangers
verdict   judge: sure, possible, none; twins, father and son, spouses are never sure
words     reasons, reason_words: why, as a clerk would say it
learning  learn: weights from a clinic's own pairs, nobody having judged them
keys      blocking_keys: under which a patient is found, by equality
pairing   candidates: the pairs worth comparing in whole files
"""

from app.patients.rules.matching.compare import compare
from app.patients.rules.matching.files import find_pairs
from app.patients.rules.matching.keys import FULL, KEY_LENGTH, MOST_KEYS, blocking_keys
from app.patients.rules.matching.learning import learn
from app.patients.rules.matching.levels import Field, Levels
from app.patients.rules.matching.pairing import candidates, random_pairs
from app.patients.rules.matching.scoring import Chances, chances
from app.patients.rules.matching.traits import Traits, birth_digits, traits_of
from app.patients.rules.matching.verdict import Answer, Kin, Limits, Verdict, judge, judged
from app.patients.rules.matching.weights import Shares, Weights, shares_of, usual_weights, weights_from
from app.patients.rules.matching.words import Reason, Shown, reason_words, reasons

__all__ = [
    "FULL",
    "KEY_LENGTH",
    "MOST_KEYS",
    "Answer",
    "Chances",
    "Field",
    "Kin",
    "Levels",
    "Limits",
    "Reason",
    "Shares",
    "Shown",
    "Traits",
    "Verdict",
    "Weights",
    "birth_digits",
    "blocking_keys",
    "candidates",
    "chances",
    "compare",
    "find_pairs",
    "judge",
    "judged",
    "learn",
    "random_pairs",
    "reason_words",
    "reasons",
    "shares_of",
    "traits_of",
    "usual_weights",
    "weights_from",
]
