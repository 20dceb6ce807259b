"""The words of the command line, and how every command ends: with an exit code and a sentence, never a traceback.

Exit codes: 0 done; 1 something was found that is not as it should be; 2 the words were not understood; 3 not allowed or
not possible; 4 the database, its key or a file is out of reach.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import TypeAlias

from app import __version__
from app.cli import bench, dedupe, doctor, handing, keeping, people, setting_up, sweeping
from app.cli.talking import Exit, Talk
from app.core.errors import Busy, ClinicError, Unavailable
from app.core.logs import log_failure, start_logging
from app.core.paths import user_folders
from app.core.text import tr

Parsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Work = Callable[[argparse.Namespace, Talk], Exit]


def run(words: Sequence[str] = ()) -> int:
    """Carry out one command line; returns its exit code."""
    try:
        args = parser().parse_args(words)
    except SystemExit as left:  # argparse has said what was wrong, or printed the help
        return int(left.code or 0)
    talk = Talk(args)
    book = None
    with suppress(Unavailable):  # a log that cannot be written stops nobody; `doctor` names the folder
        book = start_logging(user_folders().log)
    try:
        code = _carried_out(args, talk)
    finally:
        if book is not None:
            book.close()
    talk.finish()
    return int(code)


def _carried_out(args: argparse.Namespace, talk: Talk) -> Exit:
    work: Work = args.work
    try:
        return work(args, talk)
    except ClinicError as problem:
        talk.complain(problem)
        return Exit.OUT_OF_REACH if isinstance(problem, Unavailable | Busy) else Exit.REFUSED
    except BrokenPipeError:  # whoever read the answer has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except KeyboardInterrupt:
        talk.complain(ClinicError("Stopped.", next_step="What was done until now stays."))
        return Exit.REFUSED
    except Exception as problem:
        unforeseen = ClinicError(
            "Something unexpected happened.", next_step="Tell IT this number: {number}", number=log_failure(problem)
        )
        talk.complain(unforeseen)
        return Exit.OUT_OF_REACH


def parser() -> argparse.ArgumentParser:
    """Every command with its words."""
    top = argparse.ArgumentParser(prog="frontdesk", description=tr("Frontdesk without a word opens the window."))
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(required=True, metavar=tr("COMMAND"))
    _setting_up(commands)
    _keeping(commands)
    _handing(commands)
    _people(commands)
    _dedupe(commands)
    _command(commands, "doctor", doctor.doctor, tr("look whether everything is in order"))
    measured = _command(commands, "bench", bench.bench, tr("measure"))
    measured.add_argument("name", nargs="*")
    return top


def _command(commands: Parsers, name: str, work: Work, about: str) -> argparse.ArgumentParser:
    """A command with the words that all of them understand."""
    made = commands.add_parser(name, help=about, description=about)
    made.set_defaults(work=work)
    made.add_argument("--json", action="store_true", help=tr("print one JSON object"))
    made.add_argument("--site", metavar="FILE", default="", help=tr("the site file, where it is not the usual one"))
    made.add_argument("--user", metavar="NAME", default="", help=tr("who signs in"))
    made.add_argument("--second", metavar="NAME", default="", help=tr("who signs as second person"))
    made.add_argument("--password-stdin", action="store_true", help=tr("read each password as a line of the input"))
    made.add_argument(
        "--recovery-key-stdin", action="store_true", help=tr("read the recovery key as a line of the input")
    )
    return made


def _setting_up(commands: Parsers) -> None:
    made = _command(commands, "init", setting_up.init, tr("set up a new clinic"))
    made.add_argument("--administrator", metavar="USER:NAME", required=True, help=tr("the first account"))
    made.add_argument("--director", metavar="USER:NAME", default="", help=tr("the director's account"))
    made.add_argument("--clinic", metavar="NAME", default="", help=tr("the name of the clinic or group"))
    made.add_argument("--location", metavar="NAME", default="", help=tr("the name of the first location"))
    made.add_argument("--code", default="", help=tr("a short code for it"))
    made.add_argument("--zone", default="", help=tr("its time zone, such as America/Los_Angeles"))
    made.add_argument(
        "--recovery-sheet", metavar="FILE", default="", help=tr("write the recovery key as a PDF to print")
    )
    made.add_argument("--server", metavar="URL", default="", help=tr("postgresql://role@host/name, without a password"))
    made.add_argument("--owner-url", metavar="URL", default="", help=tr("the same with the role that owns the tables"))
    shown = _command(commands, "demo", setting_up.demo, tr("make the demo clinic"))
    shown.add_argument("--out", metavar="DIR", required=True)


def _keeping(commands: Parsers) -> None:
    _command(commands, "migrate", keeping.migrate, tr("bring the data to this program, after a backup"))
    _command(commands, "times", keeping.times, tr("put visits at their wall times, after a zone's rules changed"))
    made = _command(commands, "backup", keeping.backup, tr("make a backup and read it back"))
    made.add_argument("--out", metavar="DIR", default="", help=tr("another folder than the usual one"))
    back = _command(commands, "restore", keeping.restore, tr("put a backup back"))
    back.add_argument("backup", metavar="BACKUP")
    back.add_argument("--accept-older", action="store_true", help=tr("even where entries that this desk saw are lost"))
    look = _command(commands, "verify", keeping.verify, tr("look whether the journal is whole"))
    look.add_argument("seal", nargs="?", default="", help=tr("the sixteen digits of a printed seal"))


def _handing(commands: Parsers) -> None:
    bring = _command(commands, "import", handing.bring, tr("take in another system's file: a CSV, HL7 messages, FHIR"))
    bring.add_argument("kind", choices=["patients", "appointments", "hl7", "fhir"])
    bring.add_argument("file", help=tr("for hl7 and fhir also a folder"))
    bring.add_argument("--location", default="", help=tr("the code of the location"))
    bring.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=FIELD", help=tr("say which column is what")
    )
    bring.add_argument("--preview", action="store_true", help=tr("only show what would happen"))
    bring.add_argument("--as-booked", action="store_true", help=tr("take every visit as still to come"))
    bring.add_argument("--day", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD", help=tr("this day only"))
    bring.add_argument(
        "--source", default="import", help=tr("the other system's name: its numbers are unique under it")
    )
    bring.add_argument(
        "--authority", action="append", default=[], metavar="NAME",
        help=tr("who gives numbers that are trusted (hl7, fhir); may be repeated"),
    )  # fmt: skip
    bring.add_argument("--minutes", type=int, default=15, help=tr("the length of a visit where the file has none"))
    bring.add_argument("--lanes", type=int, default=1, help=tr("how many visits one person had side by side"))
    bring.add_argument("--strip-digits", action="store_true", help=tr("take digits out of names"))
    bring.add_argument("--encoding", default="")
    bring.add_argument("--delimiter", default="")
    bring.add_argument("--row-report", metavar="FILE", default="", help=tr("write what was said about rows"))
    give = _command(
        commands, "export", handing.give, tr("write patients into a CSV, or one whole record as FHIR or PDF")
    )
    give.add_argument("kind", choices=["patients", "patient"])
    give.add_argument("file", nargs="?", default="")
    give.add_argument("--out", default="", metavar="FILE")
    give.add_argument("--mrn", default="", help=tr("whose record"))
    give.add_argument("--to", default="", metavar="NAME", help=tr("who gets it: written down as a disclosure"))
    give.add_argument("--purpose", default="patient", choices=handing.PURPOSES, help=tr("what they get it for"))
    give.add_argument("--location", default="")
    give.add_argument("--reason", default="")
    paper = _command(commands, "report", handing.end_of_day, tr("write a report as PDF"))
    paper.add_argument("kind", choices=["end-of-day"])
    paper.add_argument("--date", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    paper.add_argument("--location", default="")
    paper.add_argument("--out", required=True, metavar="FILE")
    paper.add_argument("--reason", default="")


def _people(commands: Parsers) -> None:
    top = commands.add_parser("user", help=tr("accounts"), description=tr("accounts"))
    kinds = top.add_subparsers(required=True, metavar=tr("WHAT"))
    made = _command(kinds, "add", people.add, tr("add an account"))
    made.add_argument("name")
    made.add_argument("--display-name", default="")
    made.add_argument(
        "--role", action="append", required=True, help=tr("FD, LD, CC, BI, CO, IT or RO; may be repeated")
    )
    made.add_argument(
        "--at", action="append", default=[], metavar="CODE", help=tr("a location of theirs; may be repeated")
    )
    made.add_argument("--language", default="en", choices=["en", "es"])
    _command(kinds, "disable", people.disable, tr("close an account")).add_argument("name")
    again = _command(kinds, "reset", people.reset, tr("give an account a one-time password"))
    again.add_argument("name")
    again.add_argument("--reopen", action="store_true", help=tr("open a closed account again"))
    again.add_argument("--recovery", action="store_true", help=tr("let an administrator in by the recovery key"))
    _command(kinds, "list", people.show, tr("show the accounts"))


def _dedupe(commands: Parsers) -> None:
    top = commands.add_parser("dedupe", help=tr("doubles"), description=tr("doubles"))
    kinds = top.add_subparsers(required=True, metavar=tr("WHAT"))
    _command(kinds, "sweep", sweeping.sweep_base, tr("look for doubles in the clinic's own records now"))
    about = tr("find the records of one person in a file, or across two, and measure it")
    made = kinds.add_parser("evaluate", help=about, description=about)
    made.set_defaults(work=dedupe.evaluate)
    made.add_argument("file", metavar="FILE")
    made.add_argument("other", metavar="OTHER", nargs="?", default="")
    made.add_argument("--id", required=True, metavar="COLUMN", help=tr("the column with each record's own number"))
    made.add_argument(
        "--map", action="append", required=True, metavar="COLUMN=FIELD,…", help=tr("say which column is what")
    )
    made.add_argument("--pairs", default="", metavar="TRUTH", help=tr("a CSV with two columns: numbers of one person"))
    made.add_argument("--out", default="", metavar="FILE", help=tr("write the pairs into a CSV"))
    made.add_argument("--encoding", default="")
    made.add_argument("--json", action="store_true", help=tr("print one JSON object"))
