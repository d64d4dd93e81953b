"""What the page of the card shows: the card itself, and above it how to take it along."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from finder.formats.qr import qr_svg
from finder.web.together.list_view import ListView
from finder.wording.card_content import CardContent


@dataclass(frozen=True, slots=True)
class CardView:
    """The page; ``card`` is None as long as no place was chosen. ``qr`` draws the link of the card."""

    list: ListView
    card: CardContent | None
    qr: Markup

    @property
    def one_language(self) -> bool:
        """Tell whether the card is in Dutch only."""
        return self.card is not None and len(self.card.locales) == 1


def card_view(shown: ListView, card: CardContent | None) -> CardView:
    """Lay out the page."""
    return CardView(shown, card, drawn(card.link) if card else Markup(""))


def drawn(link: str) -> Markup:
    """Return a link as a drawing to scan."""
    return Markup(qr_svg(link))
