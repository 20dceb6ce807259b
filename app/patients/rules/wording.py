"""The words of the code lists of a registration."""

from app.core.text import tr
from app.patients.rules.codes import (
    ConsentKind,
    ContactSystem,
    ContactUse,
    Decision,
    IdentityKind,
    NameUse,
    RelatedRole,
)


def name_use_words(use: NameUse) -> str:
    """What kind of other name it is."""
    return {
        NameUse.OLD: tr("Former name"),
        NameUse.MAIDEN: tr("Name before marriage"),
        NameUse.NICKNAME: tr("Nickname"),
        NameUse.ALIAS: tr("Another name"),
    }[use]


def contact_words(system: ContactSystem, use: ContactUse) -> str:
    """What kind of contact it is: Mobile, Home phone, Work e-mail."""
    if system is ContactSystem.FAX:
        return tr("Fax")
    if system is ContactSystem.EMAIL:
        return tr("Work e-mail") if use is ContactUse.WORK else tr("E-mail")
    return {
        ContactUse.UNKNOWN: tr("Phone"),
        ContactUse.MOBILE: tr("Mobile"),
        ContactUse.HOME: tr("Home phone"),
        ContactUse.WORK: tr("Work phone"),
        ContactUse.OLD: tr("Old phone"),
    }[use]


def role_words(role: RelatedRole) -> str:
    """What somebody is to a patient's account."""
    return {
        RelatedRole.RESPONSIBLE: tr("Responsible party"),
        RelatedRole.GUARANTOR: tr("Guarantor"),
        RelatedRole.EMPLOYER: tr("Employer"),
    }[role]


def consent_words(kind: ConsentKind) -> str:
    """What was allowed or refused."""
    return {
        ConsentKind.CALL: tr("Calls"),
        ConsentKind.VOICEMAIL: tr("Voicemail"),
        ConsentKind.TEXT: tr("Texts"),
        ConsentKind.EMAIL: tr("E-mails"),
        ConsentKind.TREATMENT: tr("Treatment"),
        ConsentKind.PRIVACY_NOTICE: tr("Privacy notice"),
        ConsentKind.FINANCIAL: tr("Financial policy"),
        ConsentKind.RELEASE: tr("Release of records"),
        ConsentKind.PHOTO: tr("Photo"),
    }[kind]


def decision_words(decision: Decision | None) -> str:
    """Yes, no, or still to be asked."""
    if decision is None:
        return tr("Ask")
    return tr("Yes") if decision is Decision.PERMIT else tr("No")


def identity_words(kind: IdentityKind) -> str:
    """What was shown."""
    return {
        IdentityKind.LICENSE: tr("Driver's license"),
        IdentityKind.STATE_ID: tr("State ID card"),
        IdentityKind.PASSPORT: tr("Passport"),
        IdentityKind.OTHER: tr("Another proof"),
    }[kind]
