"""The page around the card."""

import pytest

from finder.domain.listed_place import ListedPlace
from finder.domain.resolved_codes import ResolvedCodes
from finder.geocode.starting_point import StartingPoint
from finder.i18n.locales import LOCALES, PageLocales
from finder.web.starting_point import starting_point_view
from finder.web.together.card_view import card_view, drawn
from finder.web.together.list_view import list_view
from finder.wording.card_content import card_content
from tests.wording.saying import NOW, place

PLACE = place()

LIST = list_view(ResolvedCodes((PLACE,)), starting_point_view("", StartingPoint(), []), answered=True)
LINK = "https://samenplek.example/nl/shortlist#1.nl.4F2AX"


@pytest.mark.parametrize(("codes", "one"), [(("nl",), True), (("nl", "ar"), False), (("pl",), False)])
def test_who_has_a_card_in_dutch_alone_is_told_of_a_second_language(codes, one):
    locales = PageLocales(*(LOCALES[code] for code in codes))
    view = card_view(LIST, card_content([ListedPlace(PLACE, None)], (), LINK, locales, NOW))
    assert view.one_language is one
    assert view.qr == drawn(LINK)
    assert view.qr.startswith("<svg")


def test_without_a_place_there_is_no_card_and_nothing_to_scan():
    view = card_view(LIST, None)
    assert (view.card, view.qr, view.one_language) == (None, "", False)
