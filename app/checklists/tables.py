"""What somebody decided about a required document; whether it is there is read from the documents themselves."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, Versioned


class Waiver(Versioned, Base):
    """A required document that this visit goes without, and who said so."""

    __tablename__ = "waiver"
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    item_code: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(String(200))
    waived_at: Mapped[datetime]
    waived_by_name: Mapped[str] = mapped_column(String(120))
    withdrawn_at: Mapped[datetime | None]
