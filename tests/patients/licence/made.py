"""Cards of invented people, written as the standard has them, for tests to spoil."""

from collections.abc import Mapping

#: an element for every field that is read, in the usual order of version 4 and later
WHOLE = {
    "DAQ": "T64235789", "DCS": "SAMPLE", "DDE": "N", "DAC": "MICHAEL", "DDF": "N", "DAD": "JOHN", "DDG": "N", "DCU": "JR",
    "DCA": "D", "DCB": "K", "DCD": "PH", "DBD": "06062019", "DBB": "06061986", "DBA": "12102027", "DBC": "1",
    "DAU": "068 in", "DAY": "BRO", "DAG": "2300 WEST BROAD STREET", "DAI": "RICHMOND", "DAJ": "VA", "DAK": "232690000  ",
    "DCF": "2424244747474786102204", "DCG": "USA", "DCK": "123456789", "DDA": "F", "DDB": "06062018", "DDD": "1",
}  # fmt: skip
#: of the standard of 2000: one name, years first, no country
OLD = {
    "DAQ": "0123456789ABC", "DAA": "PUBLIC,JOHN,Q", "DAG": "123 MAIN STREET", "DAI": "ANYTOWN", "DAJ": "VA",
    "DAK": "123459999  ", "DAR": "DM  ", "DAS": "       ", "DAT": "     ", "DAU": "509", "DAW": "175", "DBA": "20271201",
    "DBB": "19761123", "DBC": "M", "DBD": "19961201",
}  # fmt: skip


def card(
    changes: Mapping[str, str | None] | None = None, *, iin: str = "636000", version: int = 10, kind: str = "DL",
    base: Mapping[str, str] = WHOLE, file_type: str = "ANSI ",
) -> str:  # fmt: skip
    """The text of a card's barcode; a change of None takes an element away."""
    elements = {code: value for code, value in {**base, **(changes or {})}.items() if value is not None}
    body = kind + "\n".join(code + value for code, value in elements.items()) + "\r"
    own = "ZVZVA01\r"
    middle = "" if version <= 1 else "00"
    start = 21 + len(middle) + 20 - 2
    header = (
        f"@\n\x1e\r{file_type}{iin}{version:02}{middle}02{kind}{start:04}{len(body):04}ZV{start + len(body):04}0008"
    )
    return header + body + own
