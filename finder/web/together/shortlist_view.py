"""What the list of places shows: each place with when it opens next, and a code to scan for another device."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from markupsafe import Markup

from finder.domain.listed_place import ListedPlace
from finder.formats.qr import qr_svg
from finder.i18n.phrases import Sayable
from finder.web.together.list_view import ListView, PlaceLine, place_line
from finder.wording.card_content import SCAN_THIS
from finder.wording.distances import far_phrase
from finder.wording.openings import next_opening

_ONLY_HERE = {"127.0.0.1", "localhost", "::1"}
"""Hosts that a phone would look for in itself."""


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A place of the list: when it opens next, and how far it is (None without a start)."""

    line: PlaceLine
    opening: tuple[Sayable, ...]
    far: Sayable | None


@dataclass(frozen=True, slots=True)
class ShortlistView:
    """The page. ``link`` opens the list elsewhere, empty without a list; ``only_here``: on this device alone.

    ``scan`` says what the drawing is for.
    """

    list: ListView
    places: tuple[ListedLine, ...]
    link: str
    qr: Markup
    only_here: bool
    scan: Sayable = SCAN_THIS


def shortlist_view(shown: ListView, places: Iterable[ListedPlace], link: str, now: datetime) -> ShortlistView:
    """Lay out the list. ``now`` is aware."""
    return ShortlistView(
        list=shown,
        places=tuple(_listed(listed, now) for listed in places),
        link=link,
        qr=Markup(qr_svg(link)) if link else Markup(""),
        only_here=urlsplit(link).hostname in _ONLY_HERE,
    )


def _listed(listed: ListedPlace, now: datetime) -> ListedLine:
    far = None if listed.metres is None else far_phrase(listed.metres, listed.doubt)
    return ListedLine(place_line(listed.place), next_opening(listed.place, now), far)
