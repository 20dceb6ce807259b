"""The invented people of the demo clinic and their visits of one Tuesday. Nobody here exists."""

from dataclasses import dataclass
from datetime import date, time

#: the demo's Tuesday
DAY = date(2026, 3, 10)
ZONE = "America/Los_Angeles"

#: family, given, credential, NPI
PRACTITIONERS = (
    ("Okafor", "Thomas", "PT", "1234567893"),
    ("Lee", "Min", "PT", "1987654328"),
    ("Abernathy", "Cole", "DPT", "1245319599"),
    ("Brandt", "Ilse", "OT", "1679576722"),
    ("Dávila", "Miguel", "PTA", "1518980630"),
    ("Raman", "Priya", "OT", "1306849450"),
)

#: code, name, what for, minutes
VISIT_TYPES = (
    ("EVAL60", "Evaluation 60", "evaluation", 60),
    ("FU45", "Follow-up 45", "follow-up", 45),
    ("RE60", "Re-evaluation 60", "re-evaluation", 60),
    ("HAND30", "Hand therapy 30", "follow-up", 30),
)

#: name, kind
PAYERS = (
    ("Blue Shield PPO", "commercial"),
    ("Anthem HMO", "hmo"),
    ("Medicare Part B", "medicare"),
    ("Medi-Cal", "medicaid"),
    ("State Fund (work injury)", "workers-comp"),
    ("Self-pay", "self-pay"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """One invented patient. `payer` is an index into PAYERS, `copay` in cents (None: nobody asked yet)."""

    family: str
    given: str
    born: date
    sex: str
    payer: int
    copay: int | None
    alert: str = ""
    language: str = "en"
    preferred: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A visit of the day: when, with whom (index), what, who, how far it has come by 10:40, and what is not in order.

    `state`: a state of the board, with `-N` for minutes of waiting, `-open` without a reason, `-late` within a day.
    `gaps`: id, id-expired, id-soon, card, consent, privacy, financial, minor, claim, balance, waived, born (the birth date
    is not known), payer (nobody has asked who pays), leave (the director lets it be booked against a rule).
    """

    at: time
    practitioner: int
    visit_type: str
    person: Person
    state: str = "booked"
    gaps: tuple[str, ...] = ()


def _p(
    family: str, given: str, born: str, sex: str, payer: int, copay: int | None, alert: str = "", **more: str
) -> Person:
    return Person(family, given, date.fromisoformat(born), sex, payer, copay, alert, **more)


_PLAN = """
0730 4 FU45 done -
0800 0 EVAL60 done -
0800 1 FU45 done -
0800 2 FU45 noshow -
0815 3 RE60 done id-soon
0830 4 FU45 done -
0830 5 HAND30 done -
0845 1 FU45 cancelled -
0900 5 HAND30 done consent
0900 2 FU45 done -
0915 0 FU45 noshow-open balance
0915 4 FU45 left card
0930 1 FU45 out -
0930 3 FU45 out balance
0930 5 HAND30 done -
1000 2 FU45 room -
1000 4 FU45 room waived
1000 5 FU45 room -
1015 0 EVAL60 arrived-22 id-expired,card,consent
1015 1 FU45 ready-3 minor
1015 3 FU45 ready-6 -
1030 2 FU45 arrived-13 id-soon,privacy
1030 0 FU45 late -
1045 1 FU45 arrived-4 leave
1045 4 RE60 arrived-2 card
1045 5 EVAL60 booked id,card,consent,privacy
1100 3 FU45 booked -
1100 2 HAND30 booked balance
1115 0 FU45 booked -
1130 1 FU45 booked claim
1130 5 EVAL60 booked id,consent
1145 3 FU45 booked -
1145 4 FU45 cancelled-late -
1300 0 EVAL60 booked card,financial
1300 1 FU45 booked -
1300 2 FU45 booked balance
1315 3 FU45 booked id-expired
1330 4 FU45 booked -
1345 5 HAND30 booked -
1400 0 FU45 booked -
1415 1 RE60 booked id-soon
1415 2 FU45 booked consent
1430 3 FU45 booked payer
1445 4 FU45 booked waived
1500 5 FU45 booked -
1500 0 EVAL60 booked id,card
1530 2 FU45 booked born
1600 3 FU45 booked card
"""

#: in the order of the plan
PEOPLE = (
    _p("Goldberg", "Ruth", "1942-11-30", "female", 2, 0),
    _p("Amundsen", "Erik", "1968-04-02", "male", 0, 3000),
    _p("Castellanos", "Beatriz", "1979-09-14", "female", 1, 2000, language="es"),
    _p("Whitfield", "Harold", "1951-01-22", "male", 2, 0),
    _p("Kowalczyk", "Agnieszka", "1986-07-07", "female", 0, 2500),
    _p("Brennan", "Declan", "1993-12-19", "male", 5, 8500),
    _p("Ito", "Haruka", "1975-03-03", "female", 0, 4000),
    _p("Ellison", "Grace", "1989-05-26", "female", 1, 2000),
    _p("Petrović", "Dušan", "1960-10-11", "male", 0, 3500),
    _p("Quiñones", "Iris", "1997-02-08", "female", 3, 0, language="es"),
    _p("Martínez de la Cruz", "Iván", "1990-02-02", "male", 1, 2000, language="es"),
    _p("Vang", "Pa Houa", "1954-08-15", "female", 3, 0, "Interpreter: Hmong"),
    _p("Featherstonehaugh", "Bartholomew", "1948-02-11", "male", 0, 4000, "Fall risk"),
    _p("Haddad", "Layla", "1983-06-17", "female", 0, 2500),
    _p("Novak", "Tereza", "1971-11-05", "female", 5, 8500),
    _p("Núñez", "María José", "1971-06-30", "female", 0, 2500, "Spanish", language="es"),
    _p("Okonkwo", "Chidi", "1988-01-09", "male", 4, 0),
    _p("Soto", "Araceli", "1966-09-23", "female", 2, 0),
    _p("Nguyễn", "Thị Minh Khai", "1989-12-04", "female", 0, 2500, "Call her Khai", preferred="Khai"),
    _p("Ibarra", "Luz", "2009-09-19", "female", 0, 1500, "Minor"),
    _p("Pham", "Duy", "1999-04-30", "male", 1, 2000),
    _p("O'Neil-Smith", "Siobhán", "1964-03-22", "female", 0, 3500),
    _p("Papadopoulos", "Eleni", "1980-07-08", "female", 1, 2000, "Call if late"),
    _p("Wójcik", "Zbigniew", "1957-01-15", "male", 2, 0),
    _p("Tran", "Kim-Anh", "1977-10-01", "female", 0, 3000),
    _p("Adebayo", "Oluwaseun", "1993-05-27", "male", 0, None),
    _p("Thompson", "James", "1955-10-02", "male", 2, 0, "Same name"),
    _p("Thompson", "James R.", "1983-04-17", "male", 0, 3500, "Same name"),
    _p("Kahananui", "Leilani", "2001-08-23", "female", 1, 1500),
    _p("Garza", "Ximena", "1990-03-12", "female", 4, 0, language="es"),
    _p("Delacroix-Montgomery", "Anne-Sophie Bernadette", "1972-08-29", "female", 0, None),
    _p("Xiong", "Kao", "1962-05-18", "male", 3, 0, "Interpreter: Hmong"),
    _p("Keller", "Max", "1985-11-11", "male", 0, 2500),
    _p("Abdi", "Fatuma", "1978-02-27", "female", 3, 0),
    _p("Singh", "Gurpreet", "1969-12-25", "male", 0, 3000),
    _p("Ybarra", "Celia", "1994-06-06", "female", 1, 2000),
    _p("Lindqvist", "Åsa", "1981-01-31", "female", 0, 4000),
    _p("de la Cruz y Villaseñor", "Guadalupe", "1958-12-12", "female", 2, 0, language="es"),
    _p("Robles", "Esteban", "1974-04-21", "male", 4, 0),
    _p("Zamora", "Ofelia", "1987-09-09", "female", 1, 2000),
    _p("Chen", "Wei", "1991-07-14", "male", 0, 2500, preferred="David"),
    _p("Fitzgerald", "Maeve", "1949-05-05", "female", 2, 0, "Hard of hearing"),
    _p("Baptiste", "Jean-Luc", "2000-10-20", "male", 5, 8500),
    _p("Kozlov", "Анна", "1965-02-18", "female", 0, 3000),
    _p("王", "Min", "1982-08-08", "female", 0, 2500),
    _p("Mbeki", "Thandi", "1996-11-28", "female", 1, 2000),
    _p("Li", "Bo", "1970-01-01", "male", 0, 3500),
    _p("Whitcombe", "Jordan", "1992-03-30", "other", 0, 3000, "They / them"),
)

#: people who are known but have no visit today: to find, and to be mixed up with
OTHERS = (
    _p("Nuñes", "Maria", "1971-06-30", "female", 0, 2500),
    _p("Núñez", "Rafael", "1974-02-11", "male", 0, 2500),
    _p("Smith", "Joan", "1990-02-14", "female", 1, 2000),
    _p("Smith", "John", "1961-03-01", "male", 2, 0),
    _p("Smithers", "Josephine", "1988-12-01", "female", 0, 3000),
)


def plan() -> tuple[Planned, ...]:
    """The visits of the day, in order of time."""
    made = []
    for line, person in zip(_PLAN.strip().splitlines(), PEOPLE, strict=True):
        at, practitioner, kind, state, gaps = line.split()
        when = time(int(at[:2]), int(at[2:]))
        made.append(
            Planned(when, int(practitioner), kind, person, state, () if gaps == "-" else tuple(gaps.split(",")))
        )
    return tuple(made)
