"""The window's side of the runner, and hearing another window."""

from dataclasses import replace
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from app.core.errors import ClinicError
from app.core.journal import JournalEntry
from app.runner.bridge import Job, Runner
from app.runner.execute import Executor, Notice
from app.runner.watch import Watch
from tests.runner.test_execute import RenamePlace, place_names, rename_place
from tests.support.clinic import ANYONE, Clinic


@pytest.fixture
def runner(desk: Clinic, qtbot: QtBot) -> Runner:
    made = Runner(desk.executor)
    made.actor = ANYONE
    yield made
    made.close()


def test_a_command_comes_back_on_the_ui_thread_and_tells_the_bus(runner: Runner, qtbot: QtBot) -> None:
    heard: list[Notice] = []
    done: list[object] = []
    runner.bus.subscribe({"location"}, heard.append)
    runner.bus.subscribe({"patient"}, lambda _n: pytest.fail("not concerned"))
    runner.run(rename_place, RenamePlace(location_id=1, name="New"), then=done.append)
    qtbot.waitUntil(lambda: bool(done and heard))
    assert heard[0].touched == {"location:1"}


def test_a_refusal_arrives_as_a_sentence(runner: Runner, qtbot: QtBot) -> None:
    said: list[ClinicError] = []
    runner.actor = replace(ANYONE, grants={})
    runner.run(rename_place, RenamePlace(location_id=1, name="New"), fail=said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert "role" in said[0].message


def test_a_newer_question_drops_the_older(runner: Runner, qtbot: QtBot) -> None:
    answers: list[int] = []
    for n in range(20):
        runner.ask(place_names, then=lambda _rows, n=n: answers.append(n), topic="names")
    qtbot.waitUntil(lambda: 19 in answers)
    qtbot.waitUntil(runner.idle)
    assert answers == [19]


def test_anything_unexpected_reaches_the_crash_dialog(runner: Runner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(runner.crashed) as crash:
        runner.background(lambda: 1 // 0, lambda _r: pytest.fail("no answer"))
    assert isinstance(crash.args[0], ZeroDivisionError)


class Piece:
    """Tells on which thread it ends; a widget that ended on another than its own would take the program with it."""

    def __init__(self, ended: list[bool]) -> None:
        self.ended = ended

    def __del__(self) -> None:
        self.ended.append(current_thread() is main_thread())


def test_what_a_callback_holds_ends_on_the_ui_thread(runner: Runner, qtbot: QtBot) -> None:
    ended: list[bool] = []
    for number in range(400):
        piece = Piece(ended)
        runner.background(lambda: None, lambda _done, piece=piece: None)
        del piece
        if number % 20 == 0:
            qtbot.waitUntil(runner.idle)
    qtbot.waitUntil(runner.idle)
    runner.close()
    assert ended == [True] * 400


def test_long_work_tells_how_far_it_is_and_stops(runner: Runner, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    ended: list[int] = []

    def work(job: Job) -> int:
        n = 0
        while not job.stopped:
            n += 1
            job.report(n, 1000)
            job.stop.wait(0.005)
        return n

    stop = runner.job(work, ended.append, progress=lambda done, of: seen.append((done, of)))
    qtbot.waitUntil(lambda: len(seen) > 2)
    stop.set()
    qtbot.waitUntil(lambda: bool(ended))


def test_another_window_on_the_same_file_is_heard(runner: Runner, desk: Clinic, qtbot: QtBot) -> None:
    path = desk.database.path
    assert isinstance(path, Path)
    watch = Watch(runner, path)
    watch.start()
    qtbot.waitUntil(lambda: bool(watch.known))
    heard: list[Notice] = []
    runner.bus.subscribe({"location"}, heard.append)
    other = Executor(desk.database)
    other.perform(rename_place, RenamePlace(location_id=1, name="Elsewhere"), ANYONE)
    qtbot.waitUntil(lambda: bool(heard), timeout=1000)
    assert heard[0].touched == {"location:1"}
    watch.close()
    qtbot.waitUntil(runner.idle)


def test_reads_are_kept_in_batches_and_not_twice(runner: Runner, desk: Clinic, qtbot: QtBot) -> None:
    seen = replace(place_names, subjects=lambda _rows: (1,), opens=True)
    for _ in range(3):
        answers: list[object] = []
        runner.ask(seen, then=answers.append)
        qtbot.waitUntil(lambda answers=answers: bool(answers))
    runner.write_reads()
    qtbot.waitUntil(runner.idle)
    rows = desk.rows(lambda s: s.query(JournalEntry).filter_by(kind="read").all())
    assert [(row.patient_id, row.actor_name) for row in rows] == [(1, "Ana Ruiz")]
