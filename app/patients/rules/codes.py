"""Code lists about people: sex, kinds of notes, what a patient can be found by."""

from enum import StrEnum

from app.core.text import tr


class Sex(StrEnum):
    """FHIR administrative-gender."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class NoteKind(StrEnum):
    """A note stands in the record; an alert also comes up when the record is opened."""

    NOTE = "note"
    ALERT = "alert"


class NameUse(StrEnum):
    """FHIR name-use, of the names beside the legal one; `alias` is v2's own."""

    OLD = "old"
    MAIDEN = "maiden"
    NICKNAME = "nickname"
    ALIAS = "alias"


class ContactSystem(StrEnum):
    """FHIR contact-point-system."""

    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"


class ContactUse(StrEnum):
    """FHIR contact-point-use; empty where nobody said."""

    UNKNOWN = ""
    HOME = "home"
    MOBILE = "mobile"
    WORK = "work"
    OLD = "old"


class RelatedRole(StrEnum):
    """What somebody is to a patient's account; the emergency contact stands in the patient's own row."""

    GUARANTOR = "guarantor"
    RESPONSIBLE = "responsible"
    EMPLOYER = "employer"


class ConsentKind(StrEnum):
    """What can be allowed or refused: a channel to be reached by, or a paper that was read."""

    CALL = "call"
    VOICEMAIL = "voicemail"
    TEXT = "text"
    EMAIL = "email"
    TREATMENT = "treatment"
    PRIVACY_NOTICE = "privacy_notice"
    FINANCIAL = "financial"
    RELEASE = "release"
    PHOTO = "photo"


class Decision(StrEnum):
    """FHIR consent-provision-type."""

    PERMIT = "permit"
    DENY = "deny"


class IdentityKind(StrEnum):
    """What was shown as proof of identity (HL7 table 0203: DL, PPN, and state cards)."""

    LICENSE = "license"
    STATE_ID = "state_id"
    PASSPORT = "passport"
    OTHER = "other"


class Restriction(StrEnum):
    """Why a record opens only by breaking the glass."""

    NONE = "none"
    VIP = "vip"
    STAFF = "staff"
    SAFETY = "safety"


class KeyKind(StrEnum):
    """Kinds of search keys beside names. The last three are written by upper rooms, with `id_key` of the number."""

    PHONE = "phone"
    EMAIL = "email"
    NUMBER = "number"
    MEMBER = "member"
    APPOINTMENT = "appointment"
    OLD_MRN = "old_mrn"


class PairState(StrEnum):
    """What became of two records that look like one person."""

    OPEN = "open"
    DIFFERENT = "different"
    MERGED = "merged"


class Matched(StrEnum):
    """Why a patient is in the answer of a search."""

    NAME = "name"
    PREFERRED = "preferred"
    FORMER = "former"
    OTHER_NAME = "other_name"
    NICKNAME = "nickname"
    SIMILAR = "similar"
    BIRTH = "birth"
    PHONE = "phone"
    MRN = "mrn"
    EMAIL = "email"
    NUMBER = "number"
    MEMBER = "member"
    APPOINTMENT = "appointment"


def sex_letter(sex: Sex) -> str:
    """One letter for a line of facts; empty when it is not known."""
    return {Sex.FEMALE: tr("F"), Sex.MALE: tr("M"), Sex.OTHER: tr("X"), Sex.UNKNOWN: ""}[sex]


def sex_words(sex: Sex) -> str:
    """The word in forms."""
    return {Sex.FEMALE: tr("Female"), Sex.MALE: tr("Male"), Sex.OTHER: tr("Other"), Sex.UNKNOWN: tr("Not known")}[sex]
