"""Kinds of stored files and their names."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from app.core.text import tr


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


_LABELS: Mapping[DocumentKind, Callable[[], str]] = {
    DocumentKind.PHOTO_ID: lambda: tr("Photo ID"),
    DocumentKind.INSURANCE_CARD: lambda: tr("Insurance card"),
    DocumentKind.CONSENT_TO_TREAT: lambda: tr("Consent to treat"),
    DocumentKind.PRIVACY_NOTICE: lambda: tr("Privacy notice"),
    DocumentKind.INTAKE_FORM: lambda: tr("Intake form"),
    DocumentKind.FINANCIAL_POLICY: lambda: tr("Financial policy"),
    DocumentKind.REFERRAL: lambda: tr("Referral"),
    DocumentKind.AUTHORIZATION_LETTER: lambda: tr("Authorization letter"),
    DocumentKind.MINOR_CONSENT: lambda: tr("Consent for a minor"),
    DocumentKind.CLAIM_INFORMATION: lambda: tr("Claim information"),
    DocumentKind.OTHER: lambda: tr("Other paper"),
}


def kind_label(kind: DocumentKind) -> str:
    """The name of a kind in the language of the person signed in."""
    return _LABELS[kind]()
