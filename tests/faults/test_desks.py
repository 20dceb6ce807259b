"""Two desks at once, and a disk that is full: one wins, the other reads a sentence, and nothing is damaged."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from uuid import uuid4

import pytest

from app.core.clock import FixedClock
from app.core.database import open_embedded
from app.core.errors import ClinicError, Stale
from app.core.verify import verify
from app.documents.actions import AttachDocument, attach_document
from app.documents.queries import documents
from app.documents.rules import DocumentKind
from app.payments.rules import Method, Part
from app.payments.tables import Payment
from app.runner.execute import Executor
from app.visits.actions import BoardKey, CheckIn, check_in
from tests.faults.arrivals import VERSION, arrived
from tests.faults.test_kill import opener
from tests.registry.world import PICTURE
from tests.support.clinic import ANYONE, Clinic, seed
from tests.support.databases import KEY, NOW, Templates

ROUNDS = 12


def test_two_desks_check_the_same_patient_in(clinic: Clinic) -> None:
    papers = arrived(clinic, ROUNDS)
    others = opener(clinic.database)()
    desks, together = (clinic.executor, Executor(others)), Barrier(2, timeout=20)

    def press(desk: Executor, visit: int) -> BoardKey | ClinicError:
        command = CheckIn(
            appointment_id=visit, version=VERSION, accepted_missing=papers, parts=(Part(Method.CASH, 2500),)
        )
        together.wait()
        try:
            return desk.perform(check_in, command, replace(ANYONE, desk=f"Desk {desks.index(desk) + 1}"))
        except ClinicError as told:
            return told

    with ThreadPoolExecutor(2) as people:
        for visit in range(1, ROUNDS + 1):
            heard = list(people.map(press, desks, (visit, visit)))
            assert sorted(type(one).__name__ for one in heard) == ["BoardKey", "Stale"]
            (late,) = [one for one in heard if isinstance(one, Stale)]
            assert "Somebody else changed this" in str(late)
    others.close()
    assert clinic.rows(lambda session: session.query(Payment).count()) == ROUNDS
    with clinic.database.reading() as session:
        assert verify(session).whole


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with three megabytes; only root may mount one."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", place], check=False, capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip("this machine does not let us mount a small disk")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_full_disk_is_said_and_old_data_stays(small_disk: Path, templates: Templates) -> None:
    path = small_disk / "clinic.db"
    shutil.copy(templates.embedded(), path)
    clinic = seed(open_embedded(path, KEY, clock=FixedClock(NOW)))
    big = PICTURE + os.urandom(150_000)
    command = AttachDocument(patient_id=1, location_id=1, kind=DocumentKind.OTHER, data=big)
    stored, told = 0, None
    while told is None and stored < 40:
        try:
            clinic.do(attach_document, replace(command, id=uuid4()))
            stored += 1
        except ClinicError as problem:
            told = problem
    assert told is not None
    assert "disk" in str(told)
    clinic.database.close()
    again = Executor(open_embedded(path, KEY, clock=FixedClock(NOW)))
    assert len(again.fetch(documents, ANYONE, 1)) == stored
    with again.database.reading() as session:
        assert verify(session).whole
    again.database.close()
