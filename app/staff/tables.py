"""Locations, practitioners, users and how they signed in."""

from datetime import date, datetime, time

from sqlalchemy import Boolean, Date, ForeignKey, Integer, SmallInteger, String, Time, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import SECRET, Base, Keyed, Versioned


class Location(Versioned, Base):
    """A clinic: a place with a zone and opening hours."""

    __tablename__ = "location"
    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    zone: Mapped[str] = mapped_column(String(60))
    phone: Mapped[str] = mapped_column(String(30), default="")
    address_line: Mapped[str] = mapped_column(String(200), default="")
    city: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[str] = mapped_column(String(2), default="")
    postal_code: Mapped[str] = mapped_column(String(10), default="")
    active: Mapped[bool] = mapped_column(Boolean, default=True)


class LocationHours(Keyed, Base):
    """When a location is open on a weekday (0 is Monday), in its own wall time."""

    __tablename__ = "location_hours"
    __table_args__ = (UniqueConstraint("location_id", "weekday", "opens"),)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    weekday: Mapped[int] = mapped_column(SmallInteger)
    opens: Mapped[time] = mapped_column(Time)
    closes: Mapped[time] = mapped_column(Time)


class Practitioner(Versioned, Base):
    """A person who treats. `lanes` is how many visits may run side by side."""

    __tablename__ = "practitioner"
    family: Mapped[str] = mapped_column(String(100))
    given: Mapped[str] = mapped_column(String(100), default="")
    credential: Mapped[str] = mapped_column(String(20), default="")
    npi: Mapped[str | None] = mapped_column(String(10), unique=True)
    lanes: Mapped[int] = mapped_column(SmallInteger, default=1)
    active: Mapped[bool] = mapped_column(Boolean, default=True)


class PractitionerLocation(Base):
    """Where a practitioner works."""

    __tablename__ = "practitioner_location"
    practitioner_id: Mapped[int] = mapped_column(ForeignKey("practitioner.id"), primary_key=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), primary_key=True)


class User(Versioned, Base):
    """A person who signs in. Ids are never used again; `access_version` counts every change of what they may do."""

    __tablename__ = "app_user"
    user_name: Mapped[str] = mapped_column(String(80), unique=True)
    display_name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str] = mapped_column(String(200), info=SECRET)
    pin_hash: Mapped[str | None] = mapped_column(String(200), info=SECRET)
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    must_change_password: Mapped[bool] = mapped_column(Boolean, default=False)
    access_version: Mapped[int] = mapped_column(Integer, default=1)
    language: Mapped[str] = mapped_column(String(5), default="en")
    created_at: Mapped[datetime]
    ends_on: Mapped[date | None] = mapped_column(Date)
    last_sign_in: Mapped[datetime | None]


class UserRole(Base):
    """A role a user has; the roles themselves are data in the rule pack."""

    __tablename__ = "user_role"
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)


class UserLocation(Base):
    """A location that is a user's own."""

    __tablename__ = "user_location"
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"), primary_key=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), primary_key=True)


class SignInThrottle(Base):
    """Failed sign-ins of a name, known or not; the delay survives a restart. Old rows of unknown names are swept."""

    __tablename__ = "sign_in_throttle"
    name_key: Mapped[str] = mapped_column(String(80), primary_key=True)
    failures: Mapped[int] = mapped_column(Integer, default=0)
    blocked_until: Mapped[datetime | None]
    last_failure: Mapped[datetime]


class SecondPersonProof(Base):
    """A colleague's proof for one command: hashed token, short life, spent once."""

    __tablename__ = "second_person_proof"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True, info=SECRET)
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"))
    command_id: Mapped[str] = mapped_column(String(36))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
