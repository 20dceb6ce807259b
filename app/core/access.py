"""Who may do what: permissions, the grants of a role, the person acting, and the one decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.core.errors import ReasonNeeded, Refused


class Permission(StrEnum):
    """What a role can be granted; the rows of the table of roles."""

    SYSTEM = "system"  # what the program does before anybody is signed in; no role has it
    OWN_SESSION = "own_session"
    SEARCH_PATIENT = "search_patient"
    VIEW_PATIENT = "view_patient"
    VIEW_IDENTITY = "view_identity"
    VIEW_INSURANCE = "view_insurance"
    VIEW_CLINICAL_HEADER = "view_clinical_header"
    EDIT_PATIENT = "edit_patient"
    MERGE_PATIENTS = "merge_patients"
    BREAK_GLASS = "break_glass"
    RESTRICT = "restrict"
    DISCLOSE = "disclose"
    BOOK = "book"
    OVERRIDE = "override"
    CHECK_IN = "check_in"
    TAKE_PAYMENT = "take_payment"
    VOID_PAYMENT = "void_payment"
    CLOSE_DAY = "close_day"
    ATTACH_DOCUMENT = "attach_document"
    VOID_DOCUMENT = "void_document"
    REPORT_COUNTS = "report_counts"
    REPORT_NAMES = "report_names"
    BULK_EXPORT = "bulk_export"
    IMPORT = "import"
    READ_AUDIT = "read_audit"
    REVIEW_ACCESS = "review_access"
    MANAGE_USERS = "manage_users"
    CHANGE_SETTINGS = "change_settings"
    SET_SCHEDULE = "set_schedule"  # hours, visit types, rooms, holidays
    RUN_BACKUP = "run_backup"
    MAINTAIN = "maintain"
    RESTORE = "restore"


class Scope(StrEnum):
    """How far a grant reaches."""

    ALL = "all"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Grant:
    """One cell of the table of roles: reach, masking, and what is asked before it counts."""

    scope: Scope = Scope.ALL
    masked: bool = False
    reason: bool = False
    second: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """The person acting, at a desk, with the grants of their roles. `locations` are their own; ids of the staff room.

    `shaded`: their screen shows initials for names, because others can see it.
    """

    user_id: int
    name: str
    roles: tuple[str, ...] = ()
    locations: frozenset[int] = frozenset()
    grants: Mapping[Permission, Grant] = field(default_factory=dict)
    desk: str = ""
    access_version: int = 0
    user_name: str = ""
    shaded: bool = False

    def grant(self, permission: Permission) -> Grant | None:
        """The grant for a permission, or None."""
        return self.grants.get(permission)

    def may(self, permission: Permission, locations: Iterable[int] = ()) -> bool:
        """Whether the permission reaches all these locations (reason and second person aside): to show or hide a button."""
        grant = self.grants.get(permission)
        return grant is not None and (grant.scope is Scope.ALL or set(locations) <= self.locations)

    def sees(self, permission: Permission, wanted: int | None) -> frozenset[int] | None:
        """The locations a list may show: `wanted`, or all that the grant reaches; None means every location.

        Raises Refused when the permission is missing or does not reach `wanted`.
        """
        grant = self.grants.get(permission)
        if grant is None or (wanted is not None and grant.scope is Scope.OWN and wanted not in self.locations):
            raise refusal(permission)
        if wanted is not None:
            return frozenset({wanted})
        return self.locations if grant.scope is Scope.OWN else None


def refusal(permission: Permission) -> Refused:
    """The one sentence for everything a role does not allow."""
    return Refused(
        "Your role does not allow this.",
        next_step="Ask your clinic director ({permission}).",
        permission=permission.value,
    )


def decide(actor: Actor, permission: Permission, locations: Iterable[int], reason: str) -> Grant:
    """The grant under which the actor may go on. Raises Refused, or ReasonNeeded when the role asks for one."""
    grant = actor.grant(permission)
    if grant is None or not actor.may(permission, locations):
        raise refusal(permission)
    if grant.reason and not reason.strip():
        raise ReasonNeeded("Your role needs a reason for this.", field="reason", next_step="Write why in a few words.")
    return grant
