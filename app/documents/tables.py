"""Stored files: what they are, and apart from that their sealed content."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.orm import SECRET, Base, Versioned, coded
from app.documents.rules import DocumentKind


class StoredDocument(Versioned, Base):
    """A file of a patient's. Never deleted here: made void with a reason."""

    __tablename__ = "stored_document"
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    kind: Mapped[DocumentKind] = mapped_column(coded(DocumentKind, 40))
    title: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(80))
    size: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[str] = mapped_column(String(64))
    issued_on: Mapped[date | None] = mapped_column(Date)
    expires_on: Mapped[date | None] = mapped_column(Date)
    received_at: Mapped[datetime]
    received_by_name: Mapped[str] = mapped_column(String(120))
    voided_at: Mapped[datetime | None]
    void_reason: Mapped[str] = mapped_column(String(200), default="")


class DocumentContent(Base):
    """The sealed bytes, apart from the row that lists read."""

    __tablename__ = "document_content"
    document_id: Mapped[int] = mapped_column(ForeignKey("stored_document.id"), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary, info=SECRET)
