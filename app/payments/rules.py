"""Pure decisions about money in integer cents."""

from enum import StrEnum


class Method(StrEnum):
    """How a part of a payment was made."""

    CARD = "card"
    CASH = "cash"
    CHECK = "check"
    HSA = "hsa"
