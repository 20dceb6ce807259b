"""Words, people, files: who may do what at the terminal, and how a command ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from app.cli import bench, doctor
from tests.cli.conftest import ADMIN, DESK, DIRECTOR, Terminal

ROOT = Path(__file__).resolve().parents[2]


def test_words_nobody_understands_are_a_usage_error(terminal: Terminal) -> None:
    assert terminal("dance").code == 2
    assert terminal("import", "horses", "file").code == 2
    assert terminal("report", "end-of-day", "--date", "soon", "--out", "x").code == 2
    helped = terminal("--help")
    assert (helped.code, "doctor" in helped.out) == (0, True)


def test_a_command_needs_somebody_who_signs_in(clinic_here: Terminal) -> None:
    assert clinic_here("backup").code == 3
    wrong = clinic_here.as_user("sam", "not the password", "backup", "--json")
    assert wrong.code == 3
    assert wrong.json["problem"] in wrong.err
    assert clinic_here("backup", "--user", "sam", lines=(ADMIN,)).code == 3  # a pipe is no terminal


def test_the_administrator_sees_no_patient_data(clinic_here: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    refused = clinic_here.as_user("sam", ADMIN, "export", "patients", str(out), "--reason", "curious")
    assert (refused.code, "role does not allow" in refused.err) == (3, True)
    day = ("--date", "2026-03-10", "--location", "VIS", "--out", str(tmp_path / "day.pdf"))
    assert clinic_here.as_user("sam", ADMIN, "report", "end-of-day", *day).code == 3
    assert clinic_here.as_user("sam", ADMIN, "import", "patients", str(ROOT / "README.md")).code == 3
    assert not (tmp_path / "day.pdf").exists()
    assert clinic_here.as_user("dana", DIRECTOR, "doctor", "--json").code == 1


def test_accounts_are_added_closed_and_reset(clinic_here: Terminal) -> None:
    added = ("user", "add", "ana", "--display-name", "Ana Ruiz", "--role", "FD", "--at", "VIS", "--json")
    assert clinic_here.as_user("sam", ADMIN, *added).code == 3  # needs a second person
    made = clinic_here.as_user("sam", ADMIN, *added, "--second", "dana", lines=(DIRECTOR,))
    assert made.code == 0
    once = made.json["one_time_password"]
    assert "one-time password" in clinic_here.as_user("ana", once, "backup").err
    rows = clinic_here.as_user("dana", DIRECTOR, "user", "list", "--json").json["users"]
    assert {row["user_name"] for row in rows} == {"ana", "dana", "sam"}
    closed = clinic_here.as_user("dana", DIRECTOR, "user", "disable", "ana")
    assert closed.code == 0
    assert clinic_here.as_user("ana", once, "backup").code == 3
    again = clinic_here.as_user("dana", DIRECTOR, "user", "reset", "ana", "--reopen", "--json")
    assert again.json["one_time_password"] not in ("", once)
    assert clinic_here.as_user("dana", DIRECTOR, "user", "disable", "nobody").code == 3


def test_patients_come_in_and_go_out_with_a_reason(clinic_here: Terminal, tmp_path: Path) -> None:
    file, out, said = tmp_path / "patients.csv", tmp_path / "out.csv", tmp_path / "rows.csv"
    file.write_text(
        "PatientID,Last Name,First Name,Birth Date\n7,Ruiz,Ana,1980-02-03\n8,Vang,Mai,1991-04-05\n9,,,\n",
        encoding="utf-8",
    )
    words = ("import", "patients", str(file), "--json")
    seen = clinic_here.as_user("dana", DIRECTOR, *words, "--preview")
    assert seen.json["counts"]["created"] == 2
    done = clinic_here.as_user("dana", DIRECTOR, *words, "--row-report", str(said))
    assert done.json["counts"]["created"] == 2
    assert done.code == (1 if done.json["counts"]["refused"] else 0)
    assert clinic_here.as_user("dana", DIRECTOR, "export", "patients", str(out)).code == 3
    given = clinic_here.as_user("dana", DIRECTOR, "export", "patients", str(out), "--reason", "moving on", "--json")
    assert (given.code, given.json["patients"]) == (0, 2)
    assert "Vang" in out.read_text(encoding="utf-8-sig")


def test_messages_come_in_once_and_a_merge_is_signed_by_a_second_person(clinic_here: Terminal, tmp_path: Path) -> None:
    folder, said = tmp_path / "drop", tmp_path / "rows.csv"
    folder.mkdir()
    head = "MSH|^~\\&|EHR|VIS|||2026031010{:02}00||ADT^{}|{}|P|2.5.1\rPID|1||{}^^^EHR^MR||Hill^{}||198406{:02}|F\r"
    (folder / "1.hl7").write_text(head.format(1, "A04", 1, 77, "Ann", 19) + head.format(2, "A04", 2, 88, "Bea", 25))
    (folder / "2.hl7").write_text(head.format(3, "A40", 3, 77, "Ann", 19) + "MRG|88^^^EHR^MR\r")
    (folder / "readme.txt").write_text("nothing of ours")
    words = ("import", "hl7", str(folder), "--source", "EHR", "--json")
    seen = clinic_here.as_user("dana", DIRECTOR, *words, "--preview")
    assert (seen.code, seen.json["counts"]["created"]) == (
        1,
        2,
    )  # each file is looked at alone: the merge finds nobody yet
    alone = clinic_here.as_user("dana", DIRECTOR, *words, "--row-report", str(said))
    assert (alone.code, alone.json["counts"]["created"], alone.json["counts"]["flagged"]) == (0, 2, 1)
    assert "A second person has to agree" in said.read_text(encoding="utf-8-sig")
    again = clinic_here.as_user("dana", DIRECTOR, *words)
    assert again.json["counts"]["known"] == 3
    assert clinic_here.as_user("dana", DIRECTOR, "import", "fhir", str(folder)).code == 3
    assert clinic_here.as_user("sam", ADMIN, *words).code == 3


def test_one_record_leaves_as_fhir_or_paper_with_a_reason(clinic_here: Terminal, tmp_path: Path) -> None:
    table, file, paper = tmp_path / "patients.csv", tmp_path / "record.json", tmp_path / "record.PDF"
    table.write_text("PatientID,Last Name,First Name,Birth Date\n7,Ruiz,Ana,1980-02-03\n", encoding="utf-8")
    clinic_here.as_user("dana", DIRECTOR, "import", "patients", str(table))
    words = ("export", "patient", "--mrn", "100001", "--to", "Dr. Vang", "--purpose", "care")
    assert clinic_here.as_user("dana", DIRECTOR, *words, "--reason", "moves away").code == 3  # where to?
    assert clinic_here.as_user("dana", DIRECTOR, *words, "--out", str(file)).code == 3  # why?
    assert clinic_here.as_user("sam", ADMIN, *words, "--out", str(file), "--reason", "curious").code == 3
    given = clinic_here.as_user("dana", DIRECTOR, *words, "--out", str(file), "--reason", "moves away", "--json")
    assert (given.code, given.json["mrn"]) == (0, "100001")
    assert json.loads(file.read_text(encoding="utf-8"))["entry"][0]["resource"]["name"][0]["family"] == "Ruiz"
    assert clinic_here.as_user("dana", DIRECTOR, *words, "--out", str(paper), "--reason", "asked").code == 0
    assert "Ruiz, Ana" in pypdf.PdfReader(paper).pages[0].extract_text()


def test_the_report_of_the_demo_is_a_pdf(terminal: Terminal, tmp_path: Path) -> None:
    made = terminal("demo", "--out", str(tmp_path / "demo"), "--json")
    assert made.code == 0
    told, out = made.json, tmp_path / "day.pdf"
    words = ("report", "end-of-day", "--date", told["day"], "--out", str(out), "--site", told["site"], "--json")
    done = terminal.as_user("dmarsh", told["password"], *words, "--location", "VIS")
    assert (done.code, done.json["visits"]) == (0, 48)
    assert len(pypdf.PdfReader(out).pages) > 1
    again = terminal("demo", "--out", str(tmp_path / "demo"))
    assert (again.code, "already" in again.err) == (4, True)


def test_what_nobody_foresaw_gets_a_number_and_no_traceback(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "read_site", lambda _args: 1 / 0)
    broken = terminal("doctor")
    assert broken.code == 4
    assert "Tell IT this number" in broken.err
    assert "Traceback" not in broken.err + broken.out


def test_measurements_belong_to_the_source(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bench, "program_root", lambda: tmp_path)
    assert terminal("bench", "--json").code == 3


def test_the_program_runs_as_a_process(tmp_path: Path) -> None:
    home = {**os.environ, "FRONTDESK_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "verify", "--user", "sam", "--password-stdin"],
        env=home, input=f"{DESK}\n", capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (4, "")
    assert "There is no clinic here yet." in done.stderr
    assert "Traceback" not in done.stderr


def test_the_sweep_counts_and_names_nobody(clinic_here: Terminal) -> None:
    done = clinic_here.as_user("sam", ADMIN, "dedupe", "sweep", "--json")
    assert done.code == 0
    assert done.json == {"people": 0, "compared": 0, "found": 0, "new": 0}
