"""What a card says of a place and of whoever carries it: enough to go there, and nothing about him."""

from datetime import UTC, date, datetime

import pytest

from finder.domain.listed_place import ListedPlace
from finder.domain.place import Address
from finder.domain.resolved_codes import Problem, Trouble
from finder.domain.vocabulary import Reach, Religion, Status
from finder.i18n.locales import LOCALES, PageLocales
from finder.wording.card_content import card_content
from tests.wording.saying import NOW, OLD, all_said, gathering, place, said

LINK = "https://samenplek.example/nl+ar/shortlist#1.nl+ar.4F2AX"
DUTCH, ARABIC = PageLocales(LOCALES["nl"]), PageLocales(LOCALES["nl"], LOCALES["ar"])
FIRST_WEDNESDAY = "FREQ=MONTHLY;BYDAY=1WE"


def _card(*places, metres=None, problems=(), locales=DUTCH, now=NOW):
    listed = [ListedPlace(each, metres) for each in places]
    return card_content(listed, problems, LINK, locales, now)


def _said(*, metres=None, locale="nl", now=NOW, **parts):
    (told,) = _card(place(**parts), metres=metres, now=now).places
    return all_said(told.said, locale)


def test_a_place_is_named_with_its_code_and_its_address():
    there = place(name="’t Huis", address=Address("Dam", "1", "1012 JS", "Amsterdam"))
    (told,) = _card(there).places
    assert (told.code, told.name, told.address) == (there.code, "’t Huis", "Dam 1, 1012 JS Amsterdam")


def test_all_that_is_known_of_a_place_stands_in_the_order_of_a_visit():
    known = {
        "hours": "Mo-Fr 10:00-17:00",
        "gatherings": (gathering(),),
        "phone": "+31 20 123 45 67",
        "unverified": True,
        "metres": 800.0,
    }
    assert _said(**known) == [
        "Deze plek komt uit een oude of onzekere bron. Bel eerst.",
        "Open op woensdag 25 november 2026, tot 17:00",
        "Open op donderdag 26 november 2026 om 10:00",
        "Bijeenkomst: vrijdag 27 november 2026 · 18:00 tot 20:00 · bron uit 1 november 2026",
        "ongeveer 14 minuten lopen",
        "Telefoon: +31 20 123 45 67",
    ]
    assert _said(**known, locale="ar")[3:5] == [
        "لقاء: الجمعة، 27 نوفمبر 2026 · من 18:00 إلى 20:00 · مصدر من 1 نوفمبر 2026",
        "حوالي 14 دقيقة مشيًا",
    ]


def test_a_gathering_of_every_month_is_told_however_far_off_the_next_one_is():
    on_the_first_wednesday = datetime(2026, 12, 2, 12, 0, tzinfo=UTC)
    monthly = {"gatherings": (gathering(FIRST_WEDNESDAY, "10:00", "12:00"),)}
    assert "Bijeenkomst: woensdag 2 december 2026 · 10:00 tot 12:00 · bron uit 1 november 2026" in _said(**monthly)
    over = _said(**monthly, now=on_the_first_wednesday)
    assert "Bijeenkomst: woensdag 6 januari 2027 · 10:00 tot 12:00 · bron uit 1 november 2026" in over


@pytest.mark.parametrize(("months", "told"), [(1, True), (2, False)])
def test_a_gathering_that_is_longer_off_is_left_to_the_page(months, told):
    once = gathering(f"FREQ=MONTHLY;INTERVAL={months};BYDAY=1WE", first_on=date(2026, 11, 4))
    assert any("Bijeenkomst" in line for line in _said(gatherings=(once,))) is told


def test_only_the_next_of_several_gatherings_is_told_and_with_its_doubt():
    several = (gathering("FREQ=WEEKLY;BYDAY=SU", kind="music"), gathering(not_during="summer", source=OLD))
    assert [line for line in _said(gatherings=several, phone="020 1") if "Bijeenkomst" in line] == [
        "Bijeenkomst: vrijdag 27 november 2026 · 18:00 tot 20:00 · Niet elke week: bel eerst. · bron uit 2017"
    ]


def test_nothing_on_a_card_tells_what_is_believed_or_done_there():
    told = _said(religion=Religion.MUSLIM, gatherings=(gathering(kind="prayer", title="Vrijdaggebed"),))
    assert "Bijeenkomst: vrijdag 27 november 2026 · 18:00 tot 20:00 · bron uit 1 november 2026" in told
    assert not [line for line in told if "ebed" in line or "slam" in line]


@pytest.mark.parametrize("status", [Status.CLOSED, Status.MOVED])
def test_a_place_that_is_gone_has_neither_hours_nor_gatherings(status):
    gone = _said(status=status, hours="24/7", gatherings=(gathering(),))
    assert len(gone) == 1
    assert gone[0].startswith("Deze plek is ")


def test_from_a_rough_start_a_card_tells_kilometres_and_no_walk():
    (told,) = card_content([ListedPlace(place(), 900.0, 250)], (), LINK, DUTCH, NOW).places
    assert "hoogstens 2 km" in all_said(told.said)
    assert not [line for line in all_said(told.said) if "lopen" in line]


def test_without_a_start_no_walk_is_told_and_at_the_door_itself_one_is():
    assert not [line for line in _said() if "lopen" in line]
    assert [line for line in _said(metres=0.0) if "lopen" in line]


def test_the_foot_says_to_call_first_and_of_which_day_the_card_is():
    card = _card(place(phone="020 1"), problems=[Problem("4F2AX", Trouble.UNKNOWN)])
    assert all_said(card.foot) == [
        "4F2AX: deze code kennen we niet.",
        "Gemaakt op woensdag 25 november 2026. · Bel eerst: de tijden kunnen anders zijn.",
        "Kaart en plekken: © mensen van OpenStreetMap (ODbL), gemeente Amsterdam, CBS en andere bronnen.",
    ]
    assert said(card.foot[1], "ar") == "أُعدّت يوم الأربعاء، 25 نوفمبر 2026. · اتصل أولًا: قد تكون الأوقات مختلفة."
    assert all_said(card.beside_qr)[0] == "Scan dit met een telefoon. Dan zie je deze plekken."
    assert card.link == LINK


def test_a_card_tells_whose_number_it_is_and_no_name_of_a_website():
    ways = {"website": "https://moskee.example/", "email": "info@moskee.example"}
    assert not [line for line in _said(**ways) if "moskee" in line]
    office = _said(phone="020 1", reaches={"phone": Reach.OFFICE}, **ways)
    assert office[-1] == "Telefoon: 020 1 · van de organisatie, niet van deze plek"


def test_the_foot_says_to_call_first_only_where_every_place_has_a_number():
    card = _card(place(phone="020 1"), place(website="https://proef.example/"))
    assert said(card.foot[0]) == "Gemaakt op woensdag 25 november 2026. · De tijden kunnen anders zijn."


def test_a_card_is_of_the_day_in_the_netherlands():
    assert _card(now=datetime(2026, 11, 25, 23, 30, tzinfo=UTC)).made_on == date(2026, 11, 26)


def test_the_words_for_the_door_are_dutch_first_and_ask_for_the_language_of_the_reader():
    alone, two = _card(), _card(locales=ARABIC)
    assert [locale.code for locale in alone.locales] == ["nl"]
    assert [locale.code for locale in two.locales] == ["nl", "ar"]
    assert len(two.door) == len(alone.door) + 1
    assert "Spreekt hier iemand Arabisch?" in all_said(two.door)
    assert not [line for line in all_said(alone.door) if "Spreekt hier iemand" in line]
