"""A comparison laid out: a column for each place, a row for each question, and what can be chosen."""

from finder.domain.evidence import Basis, Evidence
from finder.domain.listed_place import ListedPlace
from finder.domain.resolved_codes import ResolvedCodes
from finder.domain.vocabulary import Answer, LanguageLevel, Question, Status
from finder.geocode.starting_point import StartingPoint
from finder.web.starting_point import starting_point_view
from finder.web.together.compare_view import Choice, compare_view
from finder.web.together.list_view import list_view
from tests.places import sourced
from tests.wording.saying import NOW, OLD, UNDATED, all_said, fact, gathering, language, place, said

LIST = list_view(ResolvedCodes(), starting_point_view("", StartingPoint(), []), answered=True)
THREE = [place(name=name) for name in ("Een", "Twee", "Drie")]


def _view(*compared, others=(), metres=None):
    return compare_view(LIST, [ListedPlace(each, metres) for each in compared], others, NOW)


def _column(**parts):
    (column,) = _view(place(**parts)).columns
    return column


def _told(things):
    return [(said(thing.said), said(thing.age)) for thing in things]


def test_of_two_places_without_others_there_is_nothing_to_choose():
    assert _view(*THREE[:2]).choices == ()


def test_more_places_can_be_chosen_from_those_that_are_compared_first():
    assert [choice.name for choice in _view(*THREE).choices] == ["Een", "Twee", "Drie"]
    assert _view(THREE[2], others=THREE[:1]).choices == (
        Choice(THREE[2].code, "Drie", "drop_in", True),
        Choice(THREE[0].code, "Een", "drop_in", False),
    )


def test_languages_are_told_with_their_moment_and_their_age():
    column = _column(languages=(language("ti", LanguageLevel.STAFF, "Mo", OLD), language("pl", LanguageLevel.STAFF)))
    assert _told(column.languages) == [
        ("Mensen die er werken spreken Tigrinya · maandag", "bron uit 2017"),
        ("Mensen die er werken spreken Pools", "bron uit 1 november 2026"),
    ]
    assert _told(_column(languages=(language("ti", LanguageLevel.STAFF, source=UNDATED),)).languages)[0][1] == (
        "bron zonder datum"
    )


def test_a_language_that_is_only_likely_is_told_as_our_guess():
    there = _column(evidence=[sourced(Evidence(Basis.NETWORK, "diyanet", ("tr",)), OLD)])
    assert _told(there.languages) == [
        ("Diyanet: waarschijnlijk Turks. Dat denken wij; vraag het.", "bron uit 2017"),
    ]


def test_gatherings_of_the_coming_week_are_told_with_their_doubt():
    column = _column(phone="020 1", gatherings=(gathering(not_during="summer"), gathering("FREQ=MONTHLY;BYDAY=1WE")))
    assert _told(column.gatherings) == [
        (
            "vrijdag 27 november 2026 · 18:00 tot 20:00 · Samen eten",
            "Niet elke week: bel eerst. · bron uit 1 november 2026",
        )
    ]


def test_a_place_that_is_gone_has_a_warning_and_nothing_to_go_to():
    column = _column(status=Status.CLOSED, hours="24/7", gatherings=(gathering(),))
    assert all_said(column.line.cautions) == ["Deze plek is dicht en gaat niet meer open."]
    assert (column.opening, column.gatherings) == ((), ())


def test_every_question_has_a_row_with_an_answer_in_each_column():
    knows = place(first_visit={Question.MUST_BELIEVE: fact(Answer.NO)})
    view = _view(knows, place())
    assert len(view.questions) == len(Question)
    (row,) = (row for row in view.questions if row.answers[0].known)
    assert [said(answer.said) for answer in row.answers] == ["Nee", "Dat weten we niet: vraag het daar"]
    assert said(row.answers[0].age) == "bron uit 1 november 2026"


def test_how_far_is_told_only_from_a_start():
    (near,) = _view(place(), metres=600.0).columns
    assert said(near.far) == "600 m · ongeveer 10 minuten lopen"
    assert _column().far is None
