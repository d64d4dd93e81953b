"""The card on paper says what the card on the page says, in the same languages."""

import io

import pypdf

from finder.domain.listed_place import ListedPlace
from finder.i18n.locales import LOCALES, PageLocales
from finder.usecases.print_card import print_card
from finder.wording.card_content import card_content
from tests.wording.saying import NOW, gathering, place, said

LISTED = [ListedPlace(place(hours="Mo-Fr 10:00-17:00", gatherings=(gathering(),), phone="+31 20 1234567"), 800.0)]


def _printed(locales):
    content = card_content(LISTED, [], "https://samenplek.example/nl/shortlist#1.nl", locales, NOW)
    pages = pypdf.PdfReader(io.BytesIO(print_card(content))).pages
    assert len(pages) == 1
    return content, " ".join(pages[0].extract_text().split())


def test_every_line_of_the_card_is_printed_in_each_of_its_languages():
    content, text = _printed(PageLocales(LOCALES["pl"]))
    assert [locale.code for locale in content.locales] == ["nl", "pl"]
    (there,) = content.places
    for phrase in (*there.said, *content.door):
        for locale in ("nl", "pl"):
            assert said(phrase, locale).split()[0] in text
    assert there.name in text
    assert there.code in text


def test_a_card_in_dutch_alone_is_printed_once():
    _, text = _printed(PageLocales(LOCALES["nl"]))
    assert text.count("Mag ik binnenkomen voor koffie?") == 1
    assert text.count("Telefoon: +31 20 1234567") == 1
