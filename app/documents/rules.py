"""Pure decisions about stored files: kinds, types by content, sizes."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a stored file is."""

    PHOTO_ID = "photo-id"
    INSURANCE_CARD = "insurance-card"
    CONSENT_TO_TREAT = "consent-to-treat"
    PRIVACY_NOTICE = "privacy-notice"
    INTAKE_FORM = "intake-form"
    FINANCIAL_POLICY = "financial-policy"
    REFERRAL = "referral"
    AUTHORIZATION_LETTER = "authorization-letter"
    MINOR_CONSENT = "minor-consent"
    CLAIM_INFORMATION = "claim-information"
    OTHER = "other"
