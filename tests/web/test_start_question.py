"""From where is settled before anything is answered, on every page that asks it, with the real data.

The tasks are those at which people who tried the page out were stopped: an address with Enter, a street that is there
twice, an abbreviation that looks like another one.
"""

import json
import re
from html import unescape

import pytest

from finder.web import create_app
from finder.web.settings import Settings
from tests.web.together.samples import CODES, text_of
from tests.web.together.samples import PLACES as PLACES_OF_DATA

PAGES = {
    "": {"go": "1", "kind": "mosque"},
    "agenda": {},
    "moved": {"code": CODES[:2]},
    "shortlist": {"code": CODES[:2]},
    "compare": {"code": CODES[:2]},
    "card": {"code": CODES[:2]},
}
MEANT = re.compile(r'name="meant" value="([^"]+)"')
FIELD = re.compile(r'<input id="where"[^>]* value="([^"]*)"')
MARKERS = re.compile(r'<script type="application/json" id="markers">(.*?)</script>')
FAR = re.compile(r"\d (?:m|km)\b|minuten lopen")


@pytest.fixture
def ask(client):
    def post(page="", locale="nl", **start):
        return client.post(f"/{locale}/{page}", data=PAGES[page] | start)

    return post


def _choices(answer):
    return [unescape(value) for value in MEANT.findall(answer.get_data(as_text=True))]


def _field(answer):
    return unescape(FIELD.search(answer.get_data(as_text=True))[1])


def _markers(answer):
    return json.loads(MARKERS.search(answer.get_data(as_text=True))[1])


def _hits(answer):
    return answer.get_data(as_text=True).count('<li class="hit"')


@pytest.mark.parametrize("page", PAGES)
def test_a_start_of_which_there_are_several_is_asked_about_on_every_page(ask, page):
    asked = ask(page, where="Postjesweg")
    question, words = "Welke bedoel je? Er is meer dan één: Postjesweg", text_of(asked)
    assert question in words
    assert not FAR.search(words.partition(question)[2])
    choices = _choices(asked)
    assert len(set(choices)) == len(choices) > 2
    settled = ask(page, where="Postjesweg", meant=choices[-1])
    assert _choices(settled) == []
    assert _field(settled) == choices[-1]
    assert FAR.search(text_of(settled))


@pytest.mark.parametrize("page", PAGES)
def test_a_start_that_nobody_knows_is_said_to_be_unknown_on_every_page(ask, page):
    answer = ask(page, where="Xqzzkwv")
    question, words = "Waar is dat? Dit kennen we niet: Xqzzkwv", text_of(answer)
    assert question in words
    assert 'aria-describedby="where-problem" aria-invalid="true"' in answer.get_data(as_text=True)
    assert "aria-invalid" not in ask(page, where="Dam 1").get_data(as_text=True)
    assert "Typ iets anders" in words
    assert not FAR.search(words.partition(question)[2])
    assert _field(answer) == "Xqzzkwv"


@pytest.mark.parametrize(
    ("page", "shown"), [("", 'class="hit"'), ("agenda", 'class="day"'), ("moved", 'class="moved"')]
)
def test_the_question_stands_in_the_place_of_the_answer(ask, page, shown):
    assert shown in ask(page, where="1012 AB").get_data(as_text=True)
    assert shown not in ask(page, where="Postjesweg").get_data(as_text=True)


@pytest.mark.parametrize("page", PAGES)
def test_from_four_digits_no_page_tells_metres_or_minutes(ask, page):
    answer = ask(page, where="1057")
    doubt, words = "Daarom zeggen we ongeveer hoe ver.", text_of(answer)
    assert words.count(doubt) == 1
    told = words.partition(doubt)[2].replace("(ongeveer, 1,1 km)", "")
    assert not re.search(r"\d m\b|\d,\d km|minuten lopen", told)
    assert re.search(r"(hoogstens|tot) \d+ km", told)


def test_a_house_number_that_is_not_known_is_said_once(ask):
    words = text_of(ask(where="Postjesweg 999"))
    assert words.count("We weten het huisnummer niet.") == 1


def test_a_list_of_ones_own_stays_in_sight_beside_the_question(ask):
    assert ask("shortlist", where="Postjesweg").get_data(as_text=True).count('id="listed-') == 2


@pytest.mark.parametrize(
    ("where", "offered"),
    [
        ("AMCC", "AMC, Amsterdam"),
        ("kerkstrat", "Kerkstraat, Amsterdam"),
        ("Indische", "Indische Buurt-Oost, Amsterdam"),
    ],
)
def test_a_likeness_is_asked_about_and_never_taken(ask, where, offered):
    asked = ask(where=where)
    assert _hits(asked) == 0
    assert offered in _choices(asked)
    assert f"Dit kennen we niet: {where}" in text_of(asked)


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("Wereldhuis", "Het Wereldhuis"),
        ("werldhuis", "Het Wereldhuis"),
        ("el tawheed", "El Tawheed"),
        ("tawhid moskee", "El Tawheed"),
        ("AMOC", "AMOC"),
        ("kandelaar", "Inloop Bij Bosshardt West"),
    ],
)
def test_the_name_of_a_place_leads_to_it_to_open_or_to_start_from(ask, where, name):
    (there,) = (place for place in PLACES_OF_DATA if place.name == name)
    asked = ask(where=where)
    assert _hits(asked) == 0
    assert f'href="/nl/places/{there.code}"' in asked.get_data(as_text=True)
    (value,) = (choice for choice in _choices(asked) if choice.endswith(f"({there.code})"))
    settled = ask(where=where, meant=value)
    assert _hits(settled) > 0
    assert f'class="summary">{name} ·' in re.sub(r"</?bdi[^>]*>", "", settled.get_data(as_text=True))


@pytest.mark.parametrize("start", [{"where": "Wereldhuis"}, {"where": "Xqzzkwv"}])
@pytest.mark.parametrize("page", PAGES)
def test_what_may_be_a_name_is_marked_to_stand_in_no_address(ask, page, start):
    assert "data-unlinked" in ask(page, **start).get_data(as_text=True)
    assert "data-unlinked" not in ask(page, where="Dam 1").get_data(as_text=True)


def test_an_address_that_is_also_the_name_of_a_place_is_answered_and_the_place_told(ask):
    answer = ask(where="De Kolenkit")
    assert _hits(answer) > 0
    assert "Een plek die zo heet Opstandingskerk" in text_of(answer)


@pytest.mark.parametrize("where", ["Kerkstraat", "Kerkstraat 10"])
def test_streets_of_one_name_in_two_cities_are_asked_about(ask, where):
    asked = ask(where=where)
    assert _hits(asked) == 0
    assert {choice.rsplit(", ")[-1] for choice in _choices(asked)} >= {"Amsterdam", "Haarlem"}


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("Weerdestein 10", "Weerdestein 10, Amsterdam"),
        ("Dam 1", "Dam 1, Amsterdam"),
        ("haarlem station", "Station Haarlem, Haarlem"),
        ("Zuidoost", "Zuidoost, Amsterdam"),
        ("1057", "1057 Amsterdam"),
    ],
)
def test_an_address_that_is_known_is_answered_at_once(ask, where, said):
    answer = ask(where=where)
    assert _hits(answer) > 0
    assert f'class="summary">{said}' in re.sub(r"</?bdi[^>]*>", "", answer.get_data(as_text=True))


def test_a_choice_is_told_in_the_languages_of_the_page(ask):
    asked = ask(locale="nl+en", where="Postjesweg")
    assert "near Hoofdweg" in text_of(asked)
    assert "bij Hoofdweg" in text_of(asked)


def test_a_dot_on_the_map_is_an_exact_start_and_kept_for_the_next_question(ask):
    answer = ask(where="1057", dot="4.86,52.37")
    words = answer.get_data(as_text=True)
    assert "De stip op de kaart ·" in text_of(answer)
    assert '<input type="hidden" name="dot" value="4.86,52.37" form="search">' in words
    assert "data-unlinked" in words
    assert "Daarom zeggen we ongeveer hoe ver." not in words
    assert "minuten lopen" in words


def test_a_rough_start_can_be_put_right_on_the_map(ask):
    rough, exact = ask(where="1057"), ask(where="Dam 1")
    assert "Schuif de stip op de kaart naar waar je bent." in text_of(rough)
    assert _markers(rough)["doubt"] == 1100
    assert "Schuif de stip op de kaart naar waar je bent." not in text_of(exact)
    assert _markers(exact)["doubt"] == 0


def test_starting_points_of_the_operator_are_buttons_that_settle_the_start(tmp_path):
    points = tmp_path / "points.csv"
    points.write_text("name,town,longitude,latitude\nAMOC,Amsterdam,4.9,52.36\nDam 1,,4.91,52.37\n", "utf-8")
    client = create_app(Settings(starting_points=points)).test_client()
    for page in PAGES:
        answer = client.post(f"/nl/{page}", data=PAGES[page])
        assert _choices(answer) == ["AMOC, Amsterdam", "Dam 1"]
        for_enter, buttons, _ = answer.get_data(as_text=True).partition('<ul class="tags" aria-label="Begin bij">')
        assert buttons
        assert re.search(r"<button[^>]* hidden></button>\s*$", for_enter)
    settled = client.post("/nl/", data={"go": "1", "meant": "AMOC, Amsterdam"})
    assert _hits(settled) > 0
    assert _markers(settled)["start"] == [4.9, 52.36]
    typed = client.post("/nl/", data={"go": "1", "where": "dam 1"})
    assert _markers(typed)["start"] == [4.91, 52.37]


def test_without_starting_points_of_an_operator_there_are_no_buttons(client):
    assert 'name="meant"' not in client.get("/nl/").get_data(as_text=True)


def test_what_is_typed_is_text_and_no_html(ask):
    assert "<script>x" not in ask(where="<script>x").get_data(as_text=True)


def test_nothing_is_asked_of_somebody_who_only_chooses_a_language(client):
    words = text_of(client.post("/nl/", data={"where": "Postjesweg"}))
    assert "Welke bedoel je?" not in words
    assert "Kies eerst welke plek je bedoelt." in words
