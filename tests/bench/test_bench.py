"""The figures: printed in every run, alone and after the other tests; held to their limits in the long one."""

import json
import os
import subprocess
import sys

import pytest

from tests.bench import bases
from tests.bench.every import figures, table, usual
from tests.bench.measures import LARGE, MEASURES, Figure

NAMED = {
    "startup_sign_in", "startup_search_ready", "memory_demo_day", "board_400", "other_window", "check_in", "check_in_ms",
    "pdf_500", "pdf_5000",
}  # fmt: skip


def test_every_figure_is_in_the_list() -> None:
    assert set(MEASURES) >= NAMED


@pytest.mark.skipif(bases.FOLDER in os.environ, reason="a base of many patients may lie ready here")
def test_a_short_run_makes_no_large_base() -> None:
    assert usual() == set(MEASURES) - LARGE
    assert {"search_names_sqlite", "key_to_rows_postgresql", "add_patient_sqlite", "new_patient_check_sqlite"} <= LARGE


def test_a_ratio_is_judged_where_there_is_a_floor() -> None:
    assert Figure("x", 30, "ms", 4, 10).ok
    assert not Figure("x", 50, "ms", 4, 10).ok
    assert Figure("x", 3, "ms", 4).ok
    assert Figure("x", 30, "ms", 4, 10).plain()["ratio"] == 3


@pytest.mark.parametrize("name", ["nothing"])
def test_an_unknown_name_is_said(name: str) -> None:
    asked = [sys.executable, "-m", "tests.bench", "--json", name]
    done = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "there is no measurement nothing" in done.stderr


@pytest.mark.bench
@pytest.mark.timeout(1800)
def test_figures_are_measured_and_printed() -> None:
    """What they are is for people to read: a busy machine must not fail a test."""
    found = figures()
    print("\n" + table(found) + "\n" + json.dumps([one.plain() for one in found]))
    assert {one.name for one in found} >= NAMED
    assert all(one.value > 0 for one in found)


@pytest.mark.bench
@pytest.mark.long
@pytest.mark.timeout(1800)
def test_figures_keep_their_limits() -> None:
    assert [one.name for one in figures(set(MEASURES) - LARGE) if not one.ok] == []


@pytest.mark.bench
@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_million_patients_keep_their_limits() -> None:
    found = figures(LARGE)
    print("\n" + table(found))
    assert [one.name for one in found if not one.ok] == []
