"""Print the card: say everything on it in its languages, and set it as a PDF."""

from __future__ import annotations

from finder.formats.card_pdf import Card, CardPlace, card_pdf
from finder.formats.pdf_text import Line
from finder.formats.qr import qr_matrix
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import Sayable
from finder.wording.card_content import CardContent


def print_card(content: CardContent) -> bytes:
    """Return the card as a PDF. Raises as ``card_pdf`` does.

    Import this when a card is asked for: the PDF library takes a quarter of a second.
    """
    localizers = [Localizer(locale) for locale in content.locales]

    def pair(phrase: Sayable) -> tuple[Line, ...]:
        return tuple(
            Line(localizer.text(phrase), localizer.locale.code, localizer.locale.direction) for localizer in localizers
        )

    places = tuple(
        CardPlace(Line(each.name), Line(each.address), each.code, tuple(map(pair, each.said)))
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
