"""Files of messages as systems drop them: frames, envelopes, line ends, encodings."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.rules.hl7 import Framed, looks_like_hl7, messages, read_message
from app.exchange.rules.hl7 import framing as framing_module

ONE = "MSH|^~\\&|EHR|VIS|||20260310||ADT^A08|{}|P|2.5.1\rEVN|A08\rPID|1||77^^^EHR^MR||Núñez^José"


def framed(data: bytes, size: int = 1 << 20) -> list[Framed]:
    return list(messages(data[at : at + size] for at in range(0, max(len(data), 1), size)))


def ids(data: bytes) -> list[str]:
    return [one.text.split("|")[9] for one in framed(data) if one.text]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\r\r\n", "\n\n"])
def test_any_line_end_parts_the_same_messages(end: str) -> None:
    data = end.join([ONE.format("A").replace("\r", end), ONE.format("B").replace("\r", end), ""]).encode()
    found = framed(data)
    assert [one.number for one in found] == [1, 2]
    assert [one.text for one in found] == [ONE.format("A"), ONE.format("B")]


def test_frames_of_the_wire_are_taken_off() -> None:
    data = b"".join(b"\x0b" + ONE.format(name).encode() + b"\r\x1c\r" for name in "ABC")
    assert ids(data) == ["A", "B", "C"]
    assert looks_like_hl7(data)


def test_an_envelope_is_passed_over_and_its_count_is_checked() -> None:
    body = "\r".join(["FHS|^~\\&", "BHS|^~\\&", ONE.format("A"), ONE.format("B"), "BTS|{}", "FTS|1", ""])
    assert [one.remark for one in framed(body.format(2).encode())] == ["", ""]
    short = framed(body.format(3).encode())
    assert [one.number for one in short] == [1, 2, 2]
    assert short[-1] == Framed(2, remark="The file says it holds 3 messages here; 2 were found.")
    (said,) = read_message(short[-1]).issues
    assert (said.row, said.field, said.level.value) == (2, "BTS-1", "flagged")


def test_pieces_may_end_anywhere() -> None:
    data = (ONE.format("A") + "\r\n" + ONE.format("B")).encode()
    assert all(framed(data, size) == framed(data) for size in range(1, 60))


@pytest.mark.parametrize(
    ("named", "encoding"),
    [
        ("UNICODE UTF-8", "utf-8"), ("8859/1", "latin-1"), ("", "utf-8"), ("", "cp1252"), ("ASCII", "cp1252"),
        ("8859/15", "iso8859_15"), ("8859/2", "iso8859_2"), ("GB 18030-2000", "gb18030"), ("ISO IR87~ASCII", "iso2022_jp"),
    ],
)  # fmt: skip
def test_the_encoding_is_the_one_of_the_header_or_the_likeliest(named: str, encoding: str) -> None:
    name = {"gb18030": "王小明", "iso2022_jp": "山田太郎"}.get(encoding, "Müller")
    text = f"MSH|^~\\&|EHR|VIS|||20260310||ADT^A08|A|P|2.5.1||||||{named}\rPID|1||7||{name}"
    (one,) = framed(text.encode(encoding))
    assert (one.text, one.remark) == (text, "")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_files_of_windows_programs_are_read(encoding: str) -> None:
    data = ONE.format("A").encode(encoding)
    assert ids(data) == ["A"]
    assert framed(data, 3)[0].text == ONE.format("A")
    assert looks_like_hl7(data)


def test_a_wrong_or_unknown_encoding_is_said_and_the_message_taken() -> None:
    header = "MSH|^~\\&|EHR|VIS|||20260310||ADT^A08|A|P|2.5.1||||||{}\rPID|1||7||Núñez"
    (wrong,) = framed(header.format("UNICODE UTF-8").encode("cp1252"))
    (unknown,) = framed(header.format("EBCDIC").encode("cp1252"))
    assert [one.text.endswith("Núñez") for one in (wrong, unknown)] == [True, True]
    assert (wrong.remark, unknown.remark) == (
        "The message is not in the encoding that it names.",
        "The message names an encoding that is not known here.",
    )
    assert [issue.field for issue in read_message(wrong).issues] == ["MSH-18"]


def test_a_note_with_line_breaks_in_it_stays_one_segment() -> None:
    (one,) = framed(b"MSH|^~\\&|EHR\nPID|1\nNTE|1||first line\nsecond line\nPV1|1")
    assert one.text.split("\r")[2:] == ["NTE|1||first line second line", "PV1|1"]


def test_lines_of_nobody_are_said_once() -> None:
    found = framed(b"exported by X\nPID|1\n" + ONE.format("A").encode() + b"\rBTS|1\rPID|9\rPID|8")
    assert [(one.number, bool(one.problem)) for one in found] == [(0, True), (1, False), (1, True)]


def test_a_message_without_an_end_is_refused_and_takes_little_memory() -> None:
    size = framing_module.LARGEST_MESSAGE
    pieces = [b"MSH|^~\\&|EHR\rOBX|1|", *[b"A" * (1 << 20)] * (size // (1 << 20) + 2), b"\r", ONE.format("B").encode()]
    found = list(messages(pieces))
    assert [(one.number, one.problem) for one in found] == [(1, "This message is too long to be read."), (2, "")]


@pytest.mark.parametrize(
    "head", [b"", b"PK\x03\x04", b'{"resourceType"', b"MSHA", b"\xff\xfe", b"ISA*00*", b"Name,DOB"]
)
def test_other_files_are_not_taken_for_messages(head: bytes) -> None:
    assert not looks_like_hl7(head)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"MSH", b"MSH|", b"MSH|^~\\&|", b"\x0bMSH|^~\\&|", codecs.BOM_UTF16_LE]),
)
def test_no_bytes_stop_the_reading(tail: bytes, head: bytes) -> None:
    for one in messages([head + tail]):
        read_message(one)
