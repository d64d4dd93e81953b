"""The card as PDF. Loaded when the first one is asked for: the PDF library takes a quarter of a second to import."""

from __future__ import annotations

from finder.formats.card_pdf import Card, CardPlace, card_pdf
from finder.formats.pdf_text import Line
from finder.formats.qr import qr_matrix
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import Sayable
from finder.web.together.card_content import CardContent


def pdf_of(content: CardContent) -> bytes:
    """Say everything on the card in its languages and return the PDF. Raises as ``card_pdf`` does."""
    localizers = [Localizer(locale) for locale in content.locales]

    def pair(phrase: Sayable) -> tuple[Line, ...]:
        return tuple(
            Line(localizer.text(phrase), localizer.locale.code, localizer.locale.direction) for localizer in localizers
        )

    places = tuple(
        CardPlace(Line(each.place.name), Line(each.place.address_line), each.place.code, tuple(map(pair, each.said)))
        for each in content.places
    )
    card = Card(
        title="Samenplek",
        made_on=content.made_on,
        places=places,
        words=tuple(map(pair, content.door)),
        qr=qr_matrix(content.link),
        beside_qr=tuple(map(pair, content.beside_qr)),
        foot=tuple(map(pair, content.foot)),
    )
    return card_pdf(card)
