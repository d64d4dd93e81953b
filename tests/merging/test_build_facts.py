"""Which source is believed about hours, languages, gatherings and practical things, and what is kept of the rest."""

from __future__ import annotations

from finder.domain.code_register import GatheringRegister
from finder.domain.evidence import Basis
from finder.domain.place import OpeningHours
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import Answer, LanguageLevel, Need, Question
from tests.merging.import_rows import fact, fates, only_place, row, run, source, why


def test_the_newest_dated_hours_win_and_an_undated_source_is_the_oldest():
    old = fact(1, "opening_hours", "Mo-Su 10:00-17:00", day="2020-05", note="set in the 2020 pandemic")
    new = fact(2, "opening_hours", "Mo-Fr 10:00-17:00", day="2024-01-24")
    undated = fact(3, "opening_hours", "", wording="seven days a week")
    imported = run(row(1), old, new, undated)
    (place,) = imported.places
    assert place.offer.hours == Sourced(OpeningHours("Mo-Fr 10:00-17:00"), (source("2024-01-24", "page2"),))
    assert fates(imported) == {"P1": "taken", "W1": "superseded", "W2": "taken", "W3": "superseded"}
    assert why(imported, "W1") == "page2 2024-01-24 (2024-01-24) says otherwise"


def test_of_undated_sources_the_one_that_can_be_evaluated_gives_the_hours():
    words = fact(1, "opening_hours", "", wording="every day")
    place = only_place(row(1), words, fact(2, "opening_hours", "Tu 14:00-17:00"))
    assert place.hours is not None
    assert place.hours.osm == "Tu 14:00-17:00"


def test_languages_keep_level_and_hour_and_repeats_are_merged():
    sunday = fact(1, "language", "ti", terms=("gathering",), when="Su", day="2019")
    again = fact(2, "language", "ti", terms=("gathering",), when="Su", day="2023")
    staff = fact(3, "language", "ti", terms=("staff",))
    imported = run(row(1), sunday, again, staff)
    (place,) = imported.places
    assert [(spoken.code, spoken.level, spoken.when) for spoken in place.languages] == [
        ("ti", LanguageLevel.GATHERING, "Su"),
        ("ti", LanguageLevel.STAFF, None),
    ]
    assert place.offer.languages[0].sources == (source("2023", "page2"),)
    assert fates(imported)["W1"] == "merged"


def test_a_place_without_a_language_fact_has_no_language():
    assert only_place(row(1), fact(1, "gathering", "service", wording="Holy Mass", languages=("la",))).languages == ()


def test_evidence_is_kept_once_for_each_conclusion_and_is_no_fact_or_source_of_the_place():
    old = fact(1, "evidence:community", "turkish", languages=("tr",), day="2019")
    new = fact(2, "evidence:community", "turkish", languages=("tr",), day="2023")
    more = fact(3, "evidence:network", "diyanet", languages=("tr", "nl"))
    imported = run(row(1), old, new, more)
    (place,) = imported.places
    assert [(said.value.basis, said.value.languages) for said in place.evidence] == [
        (Basis.COMMUNITY, ("tr",)),
        (Basis.NETWORK, ("tr", "nl")),
    ]
    assert [said.source for said in place.evidence] == [source("2023", "page2"), source("", "page3")]
    assert fates(imported) == {"P1": "taken", "W1": "merged", "W2": "taken", "W3": "taken"}
    assert place.languages == place.communities == ()
    assert place.sources == (source("2026-05-22"),)


def test_a_newer_answer_supersedes_and_an_unknown_one_never_does():
    yes = fact(1, "need:meal", "yes", day="2017", terms=("soup",))
    no = fact(2, "need:meal", "no", day="2023")
    unknown = fact(3, "need:meal", "unknown", day="2025")
    imported = run(row(1), yes, no, unknown)
    (place,) = imported.places
    assert place.need(Need.MEAL).answer is Answer.NO
    assert fates(imported) == {"P1": "taken", "W1": "superseded", "W2": "taken", "W3": "superseded"}


def test_what_one_source_says_of_two_days_is_said_together():
    page = source("2023-07-26", "meals")
    tuesday = fact(1, "need:meal", "yes", source=page, when="Tu", terms=("hot_meal",), note="in the evening")
    saturday = fact(2, "need:meal", "yes", source=page, when="Sa", terms=("soup",))
    imported = run(row(1), tuesday, saturday)
    meal = imported.places[0].need(Need.MEAL)
    assert (meal.when, meal.terms, meal.note) == ("Tu; Sa", ("hot_meal", "soup"), "in the evening")
    assert fates(imported) == {"P1": "taken", "W1": "taken", "W2": "taken"}


def test_the_hour_of_a_fact_may_have_an_open_end():
    assert only_place(row(1), fact(1, "need:meal", "yes", when="We 12:30+")).need(Need.MEAL).when == "We 12:30+"


def test_first_visit_keeps_terms_note_and_source():
    walk_in = fact(1, "first_visit:who_comes", "yes", terms=("women",), note="all ages", day="2022")
    said = only_place(row(1), walk_in).offer.first_visit[Question.WHO_COMES]
    answer = said.value
    assert (answer.answer, answer.terms, answer.note) == (Answer.YES, ("women",), "all ages")
    assert said.sources == (source("2022", "page1"),)


def gathering(number: int, day: str, title: str = "Mass", kind: str = "service", start: str = "11:00", **parts: object):
    rule = {"rrule": "FREQ=WEEKLY;BYDAY=SU", "start": start}
    return fact(number, "gathering", kind, day=day, wording=title, **(rule | parts))


def test_a_newer_timetable_replaces_the_older_one():
    imported = run(
        row(1), gathering(1, "2015", start="10:00"), gathering(2, "2023"), gathering(3, "2023", start="17:00")
    )
    (place,) = imported.places
    assert [one.start for one in place.gatherings] == ["11:00", "17:00"]
    assert fates(imported)["W1"] == "superseded"


def test_a_service_in_another_language_is_another_service():
    imported = run(
        row(1), gathering(1, "2015", start="10:00", languages=("pt",)), gathering(2, "2023", languages=("nl",))
    )
    assert [one.languages for one in imported.places[0].gatherings] == [("pt",), ("nl",)]


def test_two_groups_that_meet_on_one_day_are_not_a_contradiction():
    groups = [
        gathering(1, "2015", "Sewing", "creative", "10:00"),
        gathering(2, "2023", "Painting", "creative", "14:00"),
    ]
    assert len(only_place(row(1), *groups).gatherings) == 2


def test_a_gathering_that_two_sources_name_stands_there_once():
    repeated = [gathering(1, "2015"), gathering(2, "2023", "Sunday Mass"), gathering(3, "2010", start="")]
    imported = run(row(1), *repeated)
    (kept,) = imported.places[0].gatherings
    assert (kept.title, kept.start) == ("Sunday Mass", "11:00")


def ids_of(*items, register: GatheringRegister):
    """Title -> id of the gatherings of the one place that these rows make."""
    (place,) = run(row(1), *items, gathering_ids=register).places
    return {one.title: one.id for one in place.gatherings}


def test_a_gathering_keeps_its_id_when_its_row_is_mended():
    register = GatheringRegister()
    first = ids_of(gathering(1, "2023", "Holy Mess"), gathering(2, "2023", "Choir", "music"), register=register)
    mended = gathering(1, "2024", "Holy Mass", start="11:30", rrule="FREQ=WEEKLY;BYDAY=SA")
    assert ids_of(gathering(2, "2023", "Choir", "music"), mended, register=register) == {
        "Holy Mass": first["Holy Mess"],
        "Choir": first["Choir"],
    }


def test_a_gathering_keeps_its_id_when_a_newer_source_says_it_otherwise():
    register = GatheringRegister()
    first = ids_of(gathering(1, "2015", start="10:00"), register=register)
    both = [gathering(1, "2015", start="10:00"), gathering(2, "2023", "Sunday Mass")]
    assert ids_of(*both, register=register) == {"Sunday Mass": first["Mass"]}


def test_the_id_of_a_gathering_that_ended_is_never_given_again():
    register = GatheringRegister()
    first = ids_of(gathering(1, "2023"), register=register)
    assert ids_of(gathering(2, "2023", "Choir", "music"), register=register).keys() == {"Choir"}
    assert {entry.code for entry in register.entries()} > set(first.values())
    assert [entry.status for entry in register.entries() if entry.row == "W1"] == ["retired"]
    assert ids_of(gathering(1, "2023"), register=register) == first
