"""Printing through the commands of CUPS: real child processes, answering as CUPS does."""

import os
import stat
import sys
from pathlib import Path

import pytest

from app.core import printing
from app.core.errors import ClinicError, Unavailable
from app.core.printing import CupsPrinting, NoPrinting, Printer, PrinterGone, choose, system_printing

PDF = b"%PDF-1.7\nSentinel Garcia\n%%EOF\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="CUPS is not a matter of Windows")

LPSTAT = """
case "$1" in
-e) printf 'Counter\\nBack_Office\\n' ;;
*) echo 'system default destination: Counter'
   echo 'printer Back_Office disabled since Mon 23 Nov 2026 - out of paper'
   echo 'printer Counter is idle.  enabled since Mon 23 Nov 2026' ;;
esac
"""
LP = 'printf "%s\\n" "$@" > "$OUT/arguments"; cat > "$OUT/paper"; echo "request id is Counter-12 (1 file(s))"'


def cups(folder: Path, lp: str = LP, lpstat: str = LPSTAT) -> CupsPrinting:
    commands = folder / "bin"
    commands.mkdir()
    (folder / "tmp").mkdir()
    for name, script in (("lp", lp), ("lpstat", lpstat)):
        path = commands / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    path_list = f"{commands}{os.pathsep}{os.environ['PATH']}"
    return CupsPrinting({"PATH": path_list, "OUT": str(folder), "TMPDIR": str(folder / "tmp")})


def test_printers_are_listed_with_their_state(tmp_path: Path) -> None:
    assert cups(tmp_path).printers() == (Printer("Back_Office", stopped=True), Printer("Counter", usual=True))


def test_a_document_reaches_the_printer_whole_and_leaves_no_file(tmp_path: Path) -> None:
    assert cups(tmp_path).print_pdf(PDF, "Back_Office", "R-2026-000123", copies=2) == "Counter-12"
    assert (tmp_path / "paper").read_bytes() == PDF
    arguments = (tmp_path / "arguments").read_text().splitlines()
    assert arguments[:6] == ["-d", "Back_Office", "-t", "R-2026-000123", "-n", "2"]
    assert arguments[-1] == "-"
    assert list((tmp_path / "tmp").iterdir()) == []


def test_without_a_wish_the_usual_printer_is_used(tmp_path: Path) -> None:
    cups(tmp_path).print_pdf(PDF, "", "EOD-20241021")
    assert (tmp_path / "arguments").read_text().splitlines()[1] == "Counter"


def test_a_printer_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(PrinterGone, match="The printer Old is not there"):
        cups(tmp_path).print_pdf(PDF, "Old", "R-1")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("lp: The printer or class does not exist.", "not there any more"),
        ('lp: Destination "Counter" is not accepting jobs.', "takes no jobs"),
        ("lp: Sentinel Garcia", "did not take"),
    ],
)
def test_a_job_that_is_not_taken_is_told(tmp_path: Path, said: str, sentence: str) -> None:
    with pytest.raises(Unavailable, match=sentence) as caught:
        cups(tmp_path, lp=f"cat >/dev/null; echo '{said}' >&2; exit 1").print_pdf(PDF, "Counter", "R-1")
    assert caught.value.advice
    assert "Garcia" not in str(caught.value)


def test_a_printer_that_hangs_up_before_it_read_everything_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        cups(tmp_path, lp="exit 1").print_pdf(PDF + bytes(1_000_000), "Counter", "R-1")


def test_a_silent_print_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PATIENCE", 0.05)
    with pytest.raises(Unavailable, match="does not answer"):
        cups(tmp_path, lpstat="exec sleep 30").printers()


@pytest.mark.parametrize("lpstat", ["exit 0", "echo 'lpstat: Bad file descriptor' >&2; exit 1"])
def test_a_computer_without_printers_is_told(tmp_path: Path, lpstat: str) -> None:
    empty = cups(tmp_path, lpstat=lpstat)
    assert empty.printers() == ()
    with pytest.raises(Unavailable, match="no printer"):
        empty.print_pdf(PDF, "", "R-1")


def test_a_computer_without_a_print_system_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no printer"):
        CupsPrinting({"PATH": str(tmp_path)}).printers()
    with pytest.raises(Unavailable, match="no printer"):
        NoPrinting().print_pdf(PDF, "", "R-1")


def test_where_there_is_no_cups_the_toolkit_prints() -> None:
    other = NoPrinting()
    assert system_printing(other, "win32") is other
    assert isinstance(system_printing(None, "win32"), NoPrinting)


@pytest.mark.parametrize("title", ["", "Garcia", "R-1 Garcia", "GARCIA-1", "R-1\n", "garcia1"])
def test_a_title_with_words_is_never_sent(title: str) -> None:
    with pytest.raises(ValueError, match="document number"):
        printing.check_job(PDF, title, 1)


@pytest.mark.parametrize("copies", [0, -1, 21])
def test_copies_are_few(copies: int) -> None:
    with pytest.raises(ValueError, match="copies"):
        printing.check_job(PDF, "R-1", copies)


def test_only_pdf_is_printed() -> None:
    with pytest.raises(ValueError, match="only PDF"):
        printing.check_job(b"GIF89a", "R-1", 1)


def test_the_only_printer_needs_no_choice_but_several_do() -> None:
    assert choose((Printer("A"),), "") == "A"
    with pytest.raises(ClinicError, match="No printer is chosen"):
        choose((Printer("A"), Printer("B")), "")
