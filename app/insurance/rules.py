"""Pure decisions about payers and coverage."""

from enum import StrEnum


class PayerKind(StrEnum):
    """What kind of plan pays; checklists and co-pays turn on it."""

    COMMERCIAL = "commercial"
    HMO = "hmo"
    MEDICARE = "medicare"
    MEDICARE_ADVANTAGE = "medicare-advantage"
    MEDICAID = "medicaid"
    TRICARE = "tricare"
    VA = "va"
    WORKERS_COMP = "workers-comp"
    AUTO = "auto"
    LIABILITY = "liability"
    SELF_PAY = "self-pay"
    CHARITY = "charity"


class CoverageStatus(StrEnum):
    """FHIR Coverage.status."""

    ACTIVE = "active"
    CANCELLED = "cancelled"
    DRAFT = "draft"
    ENTERED_IN_ERROR = "entered-in-error"
