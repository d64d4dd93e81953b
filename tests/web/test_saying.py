"""What templates say: once for everybody what is the same for everybody, and nothing kept of one visitor."""

from datetime import UTC, datetime

import pytest

from finder.i18n.locales import parse_page_locales
from finder.i18n.phrases import Clock, Distance, Phrase, Verbatim
from finder.web.saying import Speaker, say_in


@pytest.fixture
def dutch() -> Speaker:
    return Speaker(parse_page_locales("nl"))


@pytest.fixture
def both() -> Speaker:
    return Speaker(parse_page_locales("nl+ar"))


def test_one_language_is_said_as_it_is(dutch):
    assert dutch.say("Zoek een plek") == "Zoek een plek"
    assert dutch.say_text("Zoek een plek") == "Zoek een plek"


def test_two_languages_stand_one_under_the_other_each_in_its_own_direction(both):
    said = both.say("Zoek een plek")
    assert said.startswith('<span class="say"><span class="say-first">Zoek een plek</span>')
    assert '<span class="say-second" lang="ar" dir="rtl">' in said
    assert both.say_text("Zoek een plek").startswith("Zoek een plek / ")


def test_what_reads_the_same_in_both_languages_is_said_once(both):
    assert both.say(Verbatim("Het Wereldhuis")) == '<bdi lang="nl">Het Wereldhuis</bdi>'


def test_a_message_is_made_once_and_a_name_or_a_distance_every_time(dutch):
    assert dutch.say("Zoek") is dutch.say("Zoek")
    dutch.say("Ook wel: %(names)s", names=Verbatim("De Kerk"))
    dutch.say(Distance(870.0))
    dutch.say(Phrase("Open tot %(time)s", {"time": Clock(datetime(2026, 11, 25, 16, 0, tzinfo=UTC))}))
    assert set(dutch._html) == {"Zoek"}


def test_a_count_is_a_number_to_see_and_a_sentence_to_hear(both):
    assert '<span aria-hidden="true">1</span><span class="visually-hidden">1 plek / ' in both.count(1)
    assert '<span class="visually-hidden">2 plekken / ' in both.count(2)


def test_one_locale_can_be_said_whatever_the_page_speaks():
    assert say_in(parse_page_locales("en").first, "Zoek een plek") == "Find a place"


def test_the_address_of_a_file_follows_from_what_is_in_it(client):
    first, second = (client.get(path).get_data(as_text=True) for path in ("/nl/", "/en/agenda"))
    digest = first.split("/static/vendor/pictograms.svg?v=")[1][:8]
    assert int(digest, 16)
    assert f"/static/vendor/pictograms.svg?v={digest}#i-search" in second
