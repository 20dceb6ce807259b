"""Feeds of other systems, made on the spot, and taken at the small clinic."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.core.access import Actor
from app.exchange.actions.feed import Cosign, kind_of, make_feed, nobody_signs, preview_feed, run_feed
from app.exchange.actions.run import ImportSummary, issues
from app.exchange.rules.values import Issue, Kind, Options, Preview
from app.patients.tables import Patient
from tests.support.clinic import ANYONE, Clinic

HEAD = "MSH|^~\\&|EHR|VIS|||{at}||ADT^{event}|{number}|P|2.5.1"
ANN = "PID|1||77^^^EHR^MR||Hill^Ann^B||19840619|F|||1 A St^Apt 2^Visalia^CA^93291||5595550142|||||||||||||||||"


def adt(*segments: str, event: str = "A04", number: str = "1", at: str = "20260310100000") -> str:
    """One message."""
    return "\r".join([HEAD.format(event=event, number=number, at=at), *segments]) + "\r"


def file(folder: Path, *texts: str, name: str = "feed.hl7") -> Path:
    """A file of these messages."""
    path = folder / name
    path.write_bytes("".join(texts).encode())
    return path


def fhir(folder: Path, *resources: dict[str, Any], name: str = "feed.json") -> Path:
    """A bundle of these resources."""
    path = folder / name
    path.write_text(json.dumps({"resourceType": "Bundle", "entry": [{"resource": one} for one in resources]}))
    return path


def options(clinic: Clinic, **given: Any) -> Options:
    """How a feed of the EHR's is taken at the first location."""
    return Options(**{"location_id": clinic.location_id, "source": "EHR", **given})


def look(clinic: Clinic, path: Path, **given: Any) -> Preview:
    """What the file would do."""
    return preview_feed(clinic.executor, ANYONE, make_feed(path, known(path), options(clinic, **given)))


def take(
    clinic: Clinic, path: Path, *, actor: Actor = ANYONE, cosign: Cosign = nobody_signs, **given: Any
) -> tuple[ImportSummary, list[Issue]]:
    """Take the file: its summary, and everything said about it."""
    done = run_feed(clinic.executor, actor, make_feed(path, known(path), options(clinic, **given)), cosign=cosign)
    return done, list(issues(clinic.executor, actor, done))


def known(path: Path) -> Kind:
    """What the file is, by its content."""
    kind = kind_of(path)
    assert kind is not None
    return kind


def people(clinic: Clinic) -> list[Patient]:
    """Everybody but the two who were here before."""
    return clinic.rows(lambda s: list(s.scalars(select(Patient).where(Patient.id > 2).order_by(Patient.id))))
