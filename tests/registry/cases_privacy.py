"""Commands about who may look, and whom the clinic told."""

from app.core.access import Actor
from app.patients.rules.codes import Restriction
from app.patients.tables import GlassBreak
from app.privacy.actions import AddDisclosure, BreakGlass, Restrict, ReviewGlass, VoidDisclosure, add_disclosure
from app.privacy.rules import GlassReason, Purpose
from app.reports.actions import NotePaper
from tests.registry.cases import Case, Reach, add
from tests.registry.world import DAY, World
from tests.staff.people import WORD
from tests.support.databases import NOW


def _disclosure(world: World) -> AddDisclosure:
    return AddDisclosure(
        patient_id=world.patient().id, made_on=DAY, recipient="County health", what="Name and visit dates",
        purpose=Purpose.PUBLIC_HEALTH,
    )  # fmt: skip


def _void(world: World) -> VoidDisclosure:
    made = world.do(add_disclosure, _disclosure(world))
    return VoidDisclosure(disclosure_id=made.id, version=made.version)


def _break(world: World, _person: Actor | None) -> BreakGlass:
    visit = world.booked()
    return BreakGlass(patient_id=visit.patient_id, reason_code=GlassReason.AT_DESK, password=WORD)


def _review(world: World) -> ReviewGlass:
    glass = GlassBreak(
        patient_id=world.patient().id, user_id=1, user_name="Ana", at=NOW, until=NOW, reason_code="care", reason="asked"
    )
    world.clinic.add(glass)
    return ReviewGlass(glass_id=glass.id, version=1, finding="In order")


def _restrict(world: World) -> Restrict:
    made = world.patient()
    return Restrict(patient_id=made.id, version=made.version, restriction=Restriction.VIP)


add(
    {
        "privacy.break_glass": Case(_break, always_reason=True),
        "privacy.review_glass": Case(lambda w, _: _review(w), Reach.GROUP),
        "privacy.restrict": Case(lambda w, _: _restrict(w), Reach.GROUP, always_reason=True),
        "reports.note_access_log": Case(lambda w, _: NotePaper(patient_id=w.patient().id)),
        "reports.note_accounting": Case(lambda w, _: NotePaper(patient_id=w.patient().id), Reach.PATIENT),
        "privacy.add_disclosure": Case(lambda w, _: _disclosure(w), Reach.PATIENT),
        "privacy.void_disclosure": Case(lambda w, _: _void(w), Reach.PATIENT, always_reason=True),
    }
)
