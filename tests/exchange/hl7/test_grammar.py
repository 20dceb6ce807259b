"""One message: its signs, escapes and nulls; and the same fields as another reader finds in outside files."""

from pathlib import Path

import hl7
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.rules.hl7 import messages
from app.exchange.rules.hl7.grammar import Message, Segment, Signs, parse

HEAD = "MSH|^~\\&|EHR"


def message(*segments: str, head: str = HEAD, encoding: str = "utf-8") -> Message:
    found = parse("\r".join([head, *segments]), encoding)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f", "a|b^c&d~e\\f"), ("M\\XC3BC\\ller", "Müller"), ("\\H\\bold\\N\\", "bold"),
        ("one\\.br\\two\\.sp2\\three", "one\ntwo\nthree"), ("C:\\DATA\\NEW", "C:\\DATA\\NEW"), ("a\\", "a\\"),
        ("\\", "\\"), ("\\\\", "\\\\"), ("\\X4\\", "\\X4\\"), ("\\Zfoo\\x", "x"), ("\\C2842\\x", "x"), ("5\\6\\F\\", "5\\6|"),
    ],
)  # fmt: skip
def test_escapes_are_resolved_and_what_is_none_stays(written: str, meant: str) -> None:
    assert Signs().plain(written) == meant


def test_bytes_of_an_escape_are_in_the_encoding_of_the_message() -> None:
    assert Signs(encoding="cp1252").plain("M\\XFC\\ller") == "Müller"


def test_odd_signs_are_obeyed() -> None:
    pid = message("PID*1**77%%%EHR%MR!78**Fam@Own%Given", head="MSH*%!#@*EHR").first("PID")
    assert [one.part(1) for one in pid.values(3)] == ["77", "78"]
    assert (pid.value(5).part(1), pid.value(5).part(1, 2), pid.text(3, 5)) == ("Fam", "Own", "MR")


def test_signs_that_a_header_leaves_out_are_the_usual_ones() -> None:
    assert message("PID|1||7^^^A~8", head="MSH|^|EHR").first("PID").values(3)[1].part(1) == "8"
    assert message(head="MSH||EHR").header.text(3) == "EHR"


@pytest.mark.parametrize("head", ["", "PID|1", "MSH", "MSH ^~\\&", "MSHA^~\\&", "MSH|||||", "MSH|^^\\&|", "MSH|abcd|"])
def test_a_header_that_does_not_tell_its_signs_is_no_message(head: str) -> None:
    assert (parse(head) is None) is (head != "MSH|||||")


def test_null_is_told_from_empty() -> None:
    pid = message('PID|1||""||Hill^""^"M"|""||""').first("PID")
    assert [pid.nulled(at) for at in (3, 4, 5, 6, 8, 30)] == [True, False, False, True, True, False]
    assert (pid.values(3), pid.text(5, 2), pid.text(5, 3)) == ((), "", '"M"')


def test_fields_of_the_header_have_the_standards_numbers() -> None:
    header = message(head="MSH|^~\\&|EHR|VIS|||20260310||ADT^A08|77|P|2.5.1").header
    assert (header.text(3), header.text(9, 2), header.text(10), header.text(12)) == ("EHR", "A08", "77", "2.5.1")


@given(st.text(alphabet='MSHPID|^~\\&\r\n"X41.br 1€', max_size=80))
def test_any_text_is_read_without_a_raise(text: str) -> None:
    found = parse("MSH|^~\\&|" + text)
    assert found is not None
    for segment in found.segments:
        for at in range(len(segment.fields) + 1):
            assert all(one.part(1) is not None for one in segment.values(at))


def test_the_same_fields_as_another_reader_finds(data_dir: Path) -> None:
    compared = 0
    for path in sorted((data_dir / "hl7v2").rglob("*.hl7")):
        for one in messages([path.read_bytes()]):
            other, mine = hl7.parse(one.text), parse(one.text, one.encoding)
            assert mine is not None
            for theirs, ours in zip(other, mine.segments, strict=True):
                compared += _same(theirs, ours, path.name)
    assert compared > 15_000


def _same(theirs: hl7.Segment, ours: Segment, name: str) -> int:
    """Every subcomponent of every repetition; the library drops what it cannot unescape, so escapes are left to our own cases."""
    count = 0
    start = 3 if str(theirs[0]) == "MSH" else 1
    for at in range(start, len(theirs)):
        for rep, one in enumerate(ours.raw(at).split("~")):
            for component, part in enumerate(one.split("^"), 1):
                for sub, text in enumerate(part.split("&"), 1):
                    assert text == _of(theirs, at, rep + 1, component, sub), f"{name} {theirs[0]}-{at}"
                    count += bool(text)
    return count


def _of(segment: hl7.Segment, at: int, rep: int, component: int, sub: int) -> str:
    """The library keeps a part without parts as a plain text, or as the only one of its kind."""
    found = segment(at)
    for place in (rep, component, sub):
        found = found if isinstance(found, str) else (found[place - 1] if place <= len(found) else "")
    return str(found)
