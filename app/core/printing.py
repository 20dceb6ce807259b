"""Printing: the printers of this computer, and PDF bytes on their way to one, without a file left behind.

The print system keeps a job's title for long, so a title is a document number and never names a patient.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from app.core.errors import ClinicError, Unavailable

#: seconds to wait for the list of printers, and for the print system to take a job
PATIENCE: Final = 15
JOB_PATIENCE: Final = 60
MOST_COPIES: Final = 20

#: up to four letters that name the kind of paper, then digits: `R-2026-000123`, `EOD-20241021`
_TITLE = re.compile(r"[A-Z]{0,4}[0-9-]{1,30}")
_JOB = re.compile(r"request id is (\S+)")
_DEFAULT = re.compile(r"^system default destination: (\S+)", re.MULTILINE)
_STATE = re.compile(r"^printer (\S+) (?:(disabled)|now printing|is )", re.MULTILINE)


class PrinterGone(Unavailable):
    """The printer that was named is not there any more."""

    def __init__(self, printer: str) -> None:
        super().__init__(
            "The printer {printer} is not there any more.",
            next_step="Choose another printer, or save the document as a PDF file.",
            field="printer",
            printer=printer,
        )


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer: its name for the system, whether it is the usual one, and whether it is stopped for now."""

    name: str
    usual: bool = False
    stopped: bool = False


class Printing(Protocol):
    """The way to paper. Both calls may take seconds: they belong on a worker thread."""

    def printers(self) -> tuple[Printer, ...]:
        """The printers of this computer; none is an empty tuple. Raises Unavailable where the system does not answer."""
        ...

    def print_pdf(self, pdf: bytes, printer: str, title: str, copies: int = 1) -> str:
        """Hand a PDF to a printer and return the system's name of the job. `printer` empty: the usual one.

        Raises PrinterGone, or Unavailable with what to do.
        """
        ...


class CupsPrinting:
    """Linux and macOS: `lp` of CUPS, which keeps lines and fonts as they are in the PDF and reads it from a pipe."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = {**environment, "LC_ALL": "C", "LANGUAGE": "C"}

    def printers(self) -> tuple[Printer, ...]:
        """The queues of CUPS, by name."""
        names = self._run(["lpstat", "-e"], PATIENCE).stdout.split()
        if not names:
            return ()
        told = self._run(["lpstat", "-d", "-p"], PATIENCE).stdout
        usual = _DEFAULT.search(told)
        stopped = {name for name, disabled in _STATE.findall(told) if disabled}
        return tuple(Printer(name, usual is not None and name == usual[1], name in stopped) for name in sorted(names))

    def print_pdf(self, pdf: bytes, printer: str, title: str, copies: int = 1) -> str:
        """Queue the PDF. A stopped printer takes it too and prints when it is started again."""
        check_job(pdf, title, copies)
        name = choose(self.printers(), printer)
        command = ["lp", "-d", name, "-t", title, "-n", str(copies), "-o", "document-format=application/pdf", "-"]
        done = self._run(command, JOB_PATIENCE, pdf)
        if done.returncode:
            raise _refusal(name, done.stderr)
        job = _JOB.search(done.stdout)
        return job[1] if job else ""

    def _run(self, command: list[str], seconds: float, given: bytes = b"") -> "_Done":
        path = shutil.which(command[0], path=self._environment.get("PATH"))
        if path is None:
            raise no_printers()
        try:
            done = subprocess.run(
                [path, *command[1:]],
                input=given,
                capture_output=True,
                env=self._environment,
                timeout=seconds,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            raise _silent() from None
        return _Done(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


@dataclass(frozen=True, slots=True)
class _Done:
    returncode: int
    stdout: str
    stderr: str


class NoPrinting:
    """A computer without any way to print."""

    def printers(self) -> tuple[Printer, ...]:
        """None."""
        return ()

    def print_pdf(self, pdf: bytes, printer: str, title: str, copies: int = 1) -> str:
        """Say so."""
        raise no_printers()


def system_printing(other: Printing | None = None, system: str = sys.platform) -> Printing:
    """CUPS where it is; else `other`, which the window's toolkit supplies for Windows; else nothing."""
    if system != "win32" and shutil.which("lp") and shutil.which("lpstat"):
        return CupsPrinting()
    return other or NoPrinting()


def choose(printers: tuple[Printer, ...], wanted: str) -> str:
    """The printer to use: the wanted one, or without a wish the usual one, or the only one.

    Raises PrinterGone, or ClinicError where there is none or no usual one among several.
    """
    names = [printer.name for printer in printers]
    if not names:
        raise no_printers()
    if wanted:
        if wanted not in names:
            raise PrinterGone(wanted)
        return wanted
    usual = [printer.name for printer in printers if printer.usual]
    if not usual and len(names) > 1:
        raise ClinicError("No printer is chosen.", next_step="Choose a printer in Settings.", field="printer")
    return (usual or names)[0]


def check_job(pdf: bytes, title: str, copies: int) -> None:
    """Raises ValueError for what no caller may send: not a PDF, a title with words in it, no or too many copies."""
    if not pdf.startswith(b"%PDF-"):
        raise ValueError("only PDF is printed")
    if not _TITLE.fullmatch(title):
        raise ValueError("a job's title is a document number")
    if not 1 <= copies <= MOST_COPIES:
        raise ValueError("1 to 20 copies are printed")


def no_printers() -> Unavailable:
    """The sentence for a computer without printers."""
    return Unavailable(
        "This computer has no printer.",
        next_step="Save the document as a PDF file, or ask IT to set up a printer.",
        field="printer",
    )


def _silent() -> Unavailable:
    return Unavailable(
        "The print system of this computer does not answer.",
        next_step="Look at the list of jobs before you print again: the document may be in it.",
        field="printer",
    )


def _refusal(printer: str, said: str) -> Unavailable:
    """Why CUPS did not take a job. Its own words are not passed on: they may quote the job."""
    if re.search(r"does not exist|unknown destination|no such", said, re.IGNORECASE):
        return PrinterGone(printer)
    if "not accepting" in said:
        return Unavailable(
            "The printer {printer} takes no jobs now.",
            next_step="Choose another printer, or ask IT to open its queue.",
            field="printer",
            printer=printer,
        )
    return Unavailable(
        "The printer {printer} did not take the document.",
        next_step="Choose another printer, or save the document as a PDF file.",
        field="printer",
        printer=printer,
    )
