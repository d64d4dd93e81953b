"""What a fact row says, as a type of its own; what cannot be read is refused with its reason."""

from __future__ import annotations

from datetime import date

import pytest

from finder.domain.evidence import Basis, Evidence
from finder.domain.geometry import Point
from finder.domain.place import Address, Gathering, OpeningHours, SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Question, Religion, Status
from finder.merging.claims import (
    AddressClaim,
    AnswerClaim,
    EvidenceClaim,
    GatheringClaim,
    HoursClaim,
    KeyClaim,
    KindClaim,
    LanguageClaim,
    PositionClaim,
    ReligionClaim,
    StatusClaim,
    TextClaim,
)
from finder.merging.parse_claims import UnusableClaim, parse_claim
from tests.merging.import_rows import fact

MEAL = {"rrule": "FREQ=WEEKLY;BYDAY=FR", "start": "18:00", "end": "20:00", "languages": ("nl", "la")}
RULES = {"wording": "x", "rrule": "FREQ=DAILY"}


@pytest.mark.parametrize(
    ("claim", "kind", "said"),
    [
        (fact(1, "opening_hours", "Mo 10:00-12:00"), HoursClaim, (OpeningHours("Mo 10:00-12:00"),)),
        (fact(1, "opening_hours", "", wording="daily"), HoursClaim, (OpeningHours(None, "daily"),)),
        (
            fact(1, "language", "kmr", terms=("staff",), when="Su", note="one of them"),
            LanguageClaim,
            (SpokenLanguage("kmr", LanguageLevel.STAFF, "Su", "one of them"),),
        ),
        (
            fact(1, "gathering", "meal", wording="Soup", note="ask", except_on=("2026-12-25",), **MEAL),
            GatheringClaim,
            (Gathering("", "meal", "Soup", wording="ask", except_on=(date(2026, 12, 25),), **MEAL),),
        ),
        (
            fact(1, "need:meal", "yes", terms=("soup",), when="We 12:30+", note="warm", wording="soup kitchen"),
            AnswerClaim,
            (Need.MEAL, Answer.YES, ("soup",), "We 12:30+", ("warm", "soup kitchen")),
        ),
        (
            fact(1, "first_visit:who_comes", "unknown", terms=("women",)),
            AnswerClaim,
            (Question.WHO_COMES, Answer.UNKNOWN, ("women",), None, ()),
        ),
        (
            fact(1, "evidence:network", "diyanet", languages=("tr", "nl"), note="of all its houses"),
            EvidenceClaim,
            (Evidence(Basis.NETWORK, "diyanet", ("tr", "nl"), "of all its houses"),),
        ),
        (
            fact(1, "evidence:religion", "sikh", languages=("pa",)),
            EvidenceClaim,
            (Evidence(Basis.RELIGION, "sikh", ("pa",)),),
        ),
        (fact(1, "website", "http://x.example"), TextClaim, ("website", "http://x.example")),
        (fact(1, "also_called", "Eltheto"), TextClaim, ("also_called", "Eltheto")),
        (fact(1, "community", "eritrean"), KeyClaim, ("community", "eritrean")),
        (fact(1, "kind", "mosque"), KindClaim, (PlaceKind.MOSQUE,)),
        (fact(1, "religion", "none"), ReligionClaim, (Religion.NONE,)),
        (fact(1, "status", "closed", wording="shut"), StatusClaim, (Status.CLOSED, "shut")),
        (fact(1, "status", "closed", note="March", wording="shut"), StatusClaim, (Status.CLOSED, "March")),
        (
            fact(1, "address", "2e Jan Steenstraat 12 - 14|1091GB|Amsterdam"),
            AddressClaim,
            (Address("2e Jan Steenstraat", "12 - 14", "1091GB", "Amsterdam"),),
        ),
        (fact(1, "address", "Begijnhof||Amsterdam"), AddressClaim, (Address("Begijnhof", "", "", "Amsterdam"),)),
        (fact(1, "position", "4.9,52.35"), PositionClaim, (Point(4.9, 52.35), "address")),
        (
            fact(1, "position", "4.9,52.35", note="neighbour: number 22"),
            PositionClaim,
            (Point(4.9, 52.35), "neighbour"),
        ),
    ],
)
def test_a_fact_is_read_into_what_it_says(claim, kind: type, said: tuple):
    assert parse_claim(claim) == kind(claim, *said)
    assert parse_claim(claim).source == claim.source


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (fact(1, "colour", "red"), "field: 'colour' is not known"),
        (fact(1, "need:helicopter", "yes"), "field: 'need:helicopter' is not known"),
        (fact(1, "phone", ""), "phone has no value"),
        (fact(1, "phone", "ask for Jan"), "is not the phone of anybody"),
        (fact(1, "email", "info at example.org"), "is not the email of anybody"),
        (fact(1, "phone", "020 1234567", terms=("home",)), "terms: 'home' is not in the vocabulary"),
        (fact(1, "phone", "020 1234567", terms=("office", "group")), "terms: one reaches the office or a group"),
        (fact(1, "operator", "Dock", terms=("office",)), "terms: operator has none"),
        (fact(1, "website", "javascript:alert(1)"), "is not the website of anybody"),
        (fact(1, "kind", "kerk"), "value: 'kerk' is not in the vocabulary"),
        (fact(1, "community", "martian"), "value: 'martian' is not in the vocabulary"),
        (fact(1, "need:meal", "maybe"), "value: 'maybe' is not in the vocabulary"),
        (fact(1, "need:meal", "yes", terms=("caviar",)), "terms: 'caviar' is not in the vocabulary"),
        (fact(1, "first_visit:who_comes", "yes", terms=("soup",)), "terms: 'soup' is not in the vocabulary"),
        (fact(1, "opening_hours", "Mo 10:00-12:00 || unknown"), "without '||'"),
        (fact(1, "opening_hours", "every day"), "is not an OpenStreetMap opening_hours string"),
        (fact(1, "opening_hours", "Mo 18:00+"), "open end"),
        (fact(1, "opening_hours", ""), "neither a value nor a wording"),
        (fact(1, "need:meal", "yes", when="25:99"), "'25:99' is not an OpenStreetMap opening_hours string"),
        (fact(1, "language", "la", terms=("gathering",)), "value: 'la' is not in the vocabulary"),
        (fact(1, "language", "xx", terms=("staff",)), "value: 'xx' is not in the vocabulary"),
        (fact(1, "language", "ti"), "a language has one level"),
        (fact(1, "language", "ti", terms=("fluent",)), "terms: 'fluent' is not in the vocabulary"),
        (fact(1, "gathering", "coffee"), "needs a title"),
        (fact(1, "gathering", "golf", wording="x"), "value: 'golf' is not in the vocabulary"),
        (fact(1, "gathering", "coffee", wording="x", rrule="FREQ=SOMETIMES"), "rrule: 'FREQ=SOMETIMES' has a wrong"),
        (fact(1, "gathering", "coffee", wording="x", rrule="FREQ=DAILY;COUNT=0"), "has a wrong COUNT"),
        (fact(1, "gathering", "coffee", wording="x", start="10:00"), "a time needs a recurrence"),
        (fact(1, "gathering", "coffee", end="10:00", **RULES), "a time needs a recurrence, and an end a start"),
        (fact(1, "gathering", "coffee", start="24:10", **RULES), "start: '24:10' is not HH:MM"),
        (fact(1, "gathering", "coffee", wording="x", audience=("cats",)), "audience: 'cats'"),
        (fact(1, "gathering", "coffee", wording="x", languages=("zz",)), "languages: 'zz'"),
        (fact(1, "gathering", "coffee", wording="x", except_on=("soon",)), "except_on: 'soon' is not a date"),
        (fact(1, "address", "Javastraat 118"), "is not street and number|postcode|city"),
        (fact(1, "address", "||"), "is not street and number|postcode|city"),
        (fact(1, "position", "52.35,4.9"), "inside the served area"),
        (fact(1, "position", "nan,52.35"), "inside the served area"),
        (fact(1, "evidence:network", "turkish", languages=("tr",)), "value: 'turkish' is not in the vocabulary"),
        (fact(1, "evidence:hours", "2020", languages=("tr",)), "field: 'evidence:hours' is not known"),
        (fact(1, "evidence:community", "turkish"), "at least one language"),
        (fact(1, "evidence:community", "coptic", languages=("ar",)), "value: 'coptic' is not in the vocabulary"),
        (fact(1, "evidence:denomination", "coptic_orthodox", languages=("ar", "cop")), "languages: 'cop' is no"),
        (fact(1, "evidence:community", "turkish", languages=("zz",)), "languages: 'zz' is no language"),
        (fact(1, "evidence:community", "turkish", languages=("tr",), when="Mo"), "when: evidence:community has none"),
        (fact(1, "phone", "020 1", when="Mo"), "when: phone has none"),
        (fact(1, "need:meal", "yes", rrule="FREQ=DAILY"), "rrule: need:meal has none"),
        (fact(1, "gathering", "coffee", wording="x", terms=("soup",)), "terms: gathering has none"),
    ],
)
def test_a_fact_that_cannot_be_used_is_refused_with_its_reason(claim, reason: str):
    with pytest.raises(UnusableClaim) as error:
        parse_claim(claim)
    assert reason in str(error.value)
