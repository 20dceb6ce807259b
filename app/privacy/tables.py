"""What the clinic told others about a patient."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, Versioned, coded
from app.privacy.rules import Purpose


class Disclosure(Versioned, Base):
    """One time that something of a record was given to somebody (45 CFR 164.528). Never deleted: made void with a reason.

    `suspended_until`: an agency asked that the patient not be told before that day.
    """

    __tablename__ = "disclosure"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    made_on: Mapped[date] = mapped_column(Date)
    recipient: Mapped[str] = mapped_column(String(200))
    recipient_address: Mapped[str] = mapped_column(String(300), default="")
    what: Mapped[str] = mapped_column(Text)
    purpose: Mapped[Purpose] = mapped_column(coded(Purpose))
    purpose_note: Mapped[str] = mapped_column(Text, default="")
    suspended_until: Mapped[date | None] = mapped_column(Date)
    entered_at: Mapped[datetime]
    entered_by_name: Mapped[str] = mapped_column(String(120))
    voided_at: Mapped[datetime | None]
    void_reason: Mapped[str] = mapped_column(String(200), default="")
