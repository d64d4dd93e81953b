"""The search page in words: what a hit says, what is offered, and what was asked."""

from dataclasses import replace

import pytest

from finder.domain.evidence import Basis
from finder.domain.filters import Filters, PartOfDay, Unknown
from finder.domain.geometry import Point
from finder.domain.hits import Count, Hit, Hits, LetGo, Loosening, Match, Reason
from finder.domain.likely import Guess, Likelihood
from finder.domain.opening_hours import OpeningState, OpenState, Trust
from finder.domain.vocabulary import Answer, Need, PlaceKind
from finder.geocode.found import Lookup
from finder.geocode.starting_point import StartingPoint
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.search.index import PlaceIndex
from finder.usecases.find_places import SearchResult
from finder.web.finder.search_view import hit_view, search_view
from finder.web.query.search_form import SearchForm
from finder.web.starting_point import starting_point_view
from tests.places import a_hidden_place
from tests.wording.saying import NEW, NOW, all_said, fact, place, said

CLOSED = OpeningState(OpenState.CLOSED, Trust.CURRENT)
READERS = [Localizer(LOCALES["nl"]), Localizer(LOCALES["ar"])]
DAM = Point(4.8936, 52.3731)
NEEDS = (Need.SHOWER, Need.FREE, Need.MEAL, Need.WIFI, Need.TOILET)
THERE = place(sources=(NEW,), needs={each: fact(Answer.YES) for each in NEEDS})


def _hit(there=THERE, *, metres=None, match=Match.YES, reasons=()):
    return Hit(there, metres, match, tuple(reasons), CLOSED)


def _view(form, hits=(), total=None, loosenings=(), near=None):
    certain, likely = (sum(hit.match is match for hit in hits) for match in (Match.YES, Match.LIKELY))
    total = len(hits) if total is None else total
    found = Hits(Count(certain, likely, total - certain - likely), tuple(hits))
    facets = PlaceIndex([THERE]).facets(form.near(near), NOW)
    field = starting_point_view("", StartingPoint(near), [])
    return search_view(form, field, near, SearchResult(found, facets, tuple(loosenings)), NOW, READERS)


def test_a_hit_says_why_it_fits_and_whether_to_go_there_now():
    hit = hit_view(_hit(metres=1234.0, reasons=[Reason("needs", "shower", Likelihood.YES)]), 3, NOW)
    assert (hit.code, hit.name, hit.number, hit.match) == (THERE.code, "De Proef", 3, "yes")
    assert said(hit.why) == "Inloophuis · Douche"
    assert (hit.opening_state, said(hit.opening)) == ("closed", "Dicht")
    assert said(hit.age) == "Informatie uit 1 november 2026, niet nagevraagd"
    assert (said(hit.distance), said(hit.walk)) == ("1,2 km", "ongeveer 21 minuten lopen")


def test_a_hit_from_a_rough_start_is_told_in_kilometres_without_a_walk():
    hit = hit_view(_hit(metres=1234.0), 1, NOW, 300)
    assert (said(hit.distance), hit.walk) == ("hoogstens 2 km", None)
    assert hit_view(_hit(metres=1234.0), 1, NOW, 200).walk


def test_a_hit_shows_four_things_it_certainly_has_in_the_order_of_the_form():
    hit = hit_view(_hit(), 1, NOW)
    assert [tag.pictogram for tag in hit.tags] == ["free", "shower", "meal", "wifi"]
    assert all_said([tag.word for tag in hit.tags], "en") == ["Free", "Shower", "Food", "Wifi"]
    unsure = place(needs={Need.SHOWER: fact(Answer.UNKNOWN), Need.MEAL: fact(Answer.NO)})
    assert hit_view(_hit(unsure), 1, NOW).tags == ()


def test_a_hit_from_a_weak_source_says_to_call_first():
    assert hit_view(_hit(), 1, NOW).caution is None
    caution = hit_view(_hit(place(unverified=True, phone="020 1")), 1, NOW).caution
    assert said(caution) == "Oude of onzekere bron: bel eerst."


def test_without_a_start_there_is_no_distance_and_at_the_start_there_is():
    assert (hit_view(_hit(), 1, NOW).distance, hit_view(_hit(), 1, NOW).walk) == (None, None)
    assert said(hit_view(_hit(metres=0.0), 1, NOW).distance) == "10 m"


def test_before_anybody_asks_the_page_says_how_many_places_there_are_and_shows_none():
    view = _view(SearchForm(), [_hit()], total=581)
    assert said(view.answer.heading) == "581 plekken in Amsterdam en Haarlem"
    assert (view.asked, view.answer.certain, view.markers["hits"]) == (False, (), [])


def test_what_certainly_fits_stands_apart_from_what_is_to_be_asked():
    view = _view(SearchForm(asked=True), [_hit(), _hit(match=Match.PERHAPS), _hit(match=Match.PERHAPS)])
    assert said(view.answer.heading) == "1 plek past"
    assert said(view.answer.perhaps_heading) == "Misschien, vraag het daar: 2 plekken"
    assert [hit.number for hit in (*view.answer.certain, *view.answer.perhaps)] == [1, 2, 3]
    assert _view(SearchForm(asked=True), [_hit()]).answer.perhaps_heading is None


def test_what_is_likely_is_a_group_of_its_own_and_says_that_it_is_our_guess():
    guess = Guess(Basis.COMMUNITY, "eritrean", "ti", NEW)
    likely = _hit(match=Match.LIKELY, reasons=[Reason("languages", "ti", Likelihood.LIKELY, None, guess)])
    view = _view(SearchForm(asked=True), [_hit(), likely, _hit(match=Match.PERHAPS)])
    assert said(view.answer.likely_heading) == "Waarschijnlijk: 1 plek"
    assert said(view.answer.likely[0].why) == (
        "Inloophuis · Eritrees (gemeenschap): waarschijnlijk Tigrinya. Dat denken wij; vraag het."
    )
    groups = (view.answer.certain, view.answer.likely, view.answer.perhaps)
    assert [[hit.number for hit in group] for group in groups] == [[1], [2], [3]]
    assert view.markers["hits"][1]["match"] == "likely"
    assert _view(SearchForm(asked=True), [_hit()]).answer.likely_heading is None


def test_where_nothing_fits_the_page_offers_to_let_go_of_one_thing_or_two():
    offers = [
        Loosening((LetGo("kinds"),), Filters(), Count(2, 0, 0)),
        Loosening((LetGo("needs", "free"), LetGo("within", None, 5000)), Filters(), Count(0, 1, 3)),
    ]
    answer = _view(SearchForm(asked=True), loosenings=offers).answer
    assert said(answer.heading) == "Geen plek past bij alles"
    assert not answer.found
    assert [(offer.key, said(offer.word), said(offer.certain), said(offer.more)) for offer in answer.offers] == [
        ("kinds", "Zoek alle soorten plekken", "2 plekken passen", None),
        (
            "needs:free,within:5000",
            "Laat weg: Gratis · Zoek ook verder weg",
            "0 plekken passen",
            "1 waarschijnlijk · 3 misschien",
        ),
    ]


def test_more_hits_are_asked_for_by_twenty_up_to_a_hundred():
    assert _view(SearchForm(asked=True), [_hit()], total=21).answer.more == 40
    assert _view(SearchForm(asked=True), [_hit()], total=20).answer.more is None
    assert _view(SearchForm(asked=True, shown=90), [_hit()], total=500).answer.more == 100
    assert _view(SearchForm(asked=True, shown=100), [_hit()], total=500).answer.more is None


def test_until_it_is_settled_from_where_there_is_no_hit_and_no_marker():
    hits = Hits(Count(1, 0, 0), (_hit(),))
    start = starting_point_view("kerkstraat", StartingPoint(asked=Lookup()), [])
    facets = PlaceIndex([THERE]).facets(Filters(), NOW)
    view = search_view(SearchForm(asked=True), start, None, SearchResult(hits, facets, ()), NOW, READERS)
    assert (view.answer.certain, view.answer.perhaps) == ((), ())
    assert (view.markers["start"], view.markers["hits"]) == (None, [])


@pytest.mark.parametrize(("doubt", "drawn"), [(200, 0), (210, 210)])
def test_the_map_is_told_how_far_off_a_rough_start_may_be_and_where_one_can_start(doubt, drawn):
    start = replace(starting_point_view("", StartingPoint(DAM), []), doubt=doubt)
    facets = PlaceIndex([THERE]).facets(Filters(), NOW)
    result = SearchResult(Hits(Count(0, 0, 0), ()), facets, ())
    view = search_view(SearchForm(asked=True), start, DAM, result, NOW, READERS)
    assert view.markers["doubt"] == drawn
    assert view.markers["area"] == [4.4, 52.2, 5.1, 52.5]


def test_the_summary_says_what_was_asked():
    filters = Filters(kinds=frozenset({PlaceKind.DROP_IN}), rather_not_communities=frozenset({"women"}))
    form = SearchForm(filters=filters, when="2026-11-27", part=PartOfDay.EVENING, asked=True)
    assert said(_view(form, near=DAM).answer.summary) == (
        "Waar ik nu ben (ongeveer) · Inloophuis · vrijdag 27 november 2026 · Avond · liever niet: Vrouwen"
    )
    assert _view(SearchForm(asked=True)).answer.summary is None


def test_the_form_shows_again_what_was_chosen():
    form = SearchForm(
        filters=Filters(within=2000.0, unknown=Unknown.EXCLUDE), when="2026-11-26", part=PartOfDay.MORNING
    )
    shown = _view(form, near=DAM).form
    assert [option.value for option in shown.distances if option.chosen] == ["2000"]
    assert [said(option.word) for option in shown.moments if option.chosen] == ["Morgen"]
    assert [said(option.word) for option in shown.parts if option.chosen] == ["Ochtend"]
    assert [(option.value, option.chosen) for option in shown.here] == [("4.8936,52.3731", True), ("", False)]
    assert shown.only_certain


def test_an_empty_form_leaves_everything_open():
    shown = _view(SearchForm()).form
    assert [said(options[0].word) for options in (shown.distances, shown.moments, shown.parts)] == [
        "Maakt niet uit",
        "Maakt niet uit",
        "Hele dag",
    ]
    chosen = [
        option for options in (shown.distances, shown.moments, shown.parts) for option in options if option.chosen
    ]
    assert [option.value for option in chosen] == ["", "", ""]
    assert (shown.here, shown.moment, shown.avoided, shown.only_certain) == ((), None, None, False)


def test_the_questions_and_what_somebody_would_rather_not_stand_apart():
    shown = _view(SearchForm()).form
    assert [row.key for row in shown.avoiding] == ["not_religion", "not_community"]
    assert "not_religion" not in [row.key for row in shown.rows]


def test_the_map_says_the_same_in_every_language_of_the_page():
    view = _view(SearchForm(asked=True), [_hit(metres=5.0)], near=DAM)
    (marker,) = view.markers["hits"]
    assert view.markers["start"] == [4.8936, 52.3731]
    assert (marker["number"], marker["match"], marker["position"]) == (1, "yes", [4.9, 52.36])
    assert marker["lines"] == [
        {"lang": "nl", "dir": "ltr", "text": "Inloophuis"},
        {"lang": "ar", "dir": "rtl", "text": "بيت مفتوح للجميع"},
    ]


def test_a_place_that_keeps_its_address_back_is_listed_and_not_on_the_map():
    hidden = _hit(a_hidden_place())
    view = _view(SearchForm(asked=True), [hidden, _hit()])
    assert [hit.name for hit in view.answer.certain] == ["Vrouwengroep", "De Proef"]
    assert [(marker["number"], marker["name"]) for marker in view.markers["hits"]] == [(2, "De Proef")]
    assert said(view.answer.certain[0].caution) == "Adres alleen via de telefoon."
