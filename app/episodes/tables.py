"""Episodes of care and their plans of care."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import Base, Versioned, coded
from app.episodes.rules import EpisodeStatus


class EpisodeOfCare(Versioned, Base):
    """What a patient is treated for, from a day on. Its visits count against the authorization it points at."""

    __tablename__ = "episode_of_care"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), index=True)
    practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"))
    authorization_id: Mapped[int | None] = mapped_column(ForeignKey("prior_authorization.id"), index=True)
    title: Mapped[str] = mapped_column(String(120))
    status: Mapped[EpisodeStatus] = mapped_column(coded(EpisodeStatus), default=EpisodeStatus.ACTIVE)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime]


class PlanOfCare(Versioned, Base):
    """How often a patient comes, for how many weeks. `certified_on`: when the referrer's signature came."""

    __tablename__ = "plan_of_care"
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode_of_care.id"), index=True)
    visits_per_week: Mapped[int] = mapped_column(SmallInteger)
    weeks: Mapped[int] = mapped_column(SmallInteger)
    starts_on: Mapped[date] = mapped_column(Date)
    certified_on: Mapped[date | None] = mapped_column(Date)
    voided_at: Mapped[datetime | None]
