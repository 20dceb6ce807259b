"""A registration with a row of every part."""

from dataclasses import replace
from datetime import date

from app.patients.rules.codes import ConsentKind, ContactSystem, Decision, NameUse, RelatedRole
from app.patients.rules.details import Agreed, Details, Identity, OtherName, Reach, Related, Telecom

DAY = date(2026, 3, 10)
#: one row of every part; a call centre may change all of these
CONTACTS = Details(
    telecoms=(Telecom(system=ContactSystem.PHONE, value="(559) 555-0150", note="work"),),
    related=(Related(role=RelatedRole.GUARANTOR, name="Eva Case", relation="Mother", phone="(559) 555-0151"),),
    consents=(Agreed(kind=ConsentKind.TEXT, decision=Decision.PERMIT, decided_on=DAY),),
    reach=Reach(since=DAY, phone="(559) 555-0152", address_line="9 Elm St", city="Tulare"),
)
DETAILS = replace(
    CONTACTS,
    names=(OtherName(use=NameUse.MAIDEN, family="Quintanilla", given="Ada"),),
    identity=Identity(number="D1234567", jurisdiction="CA"),
)
