"""Where am I: the offline gazetteer first; Locatieserver behind it, if the operator switched it on."""

from __future__ import annotations

from dataclasses import replace

from finder.domain.geometry import metres_between
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.gazetteer import Gazetteer
from finder.geocode.pdok import Locatieserver, LocatieserverUnavailable
from finder.geocode.text import fold, take_postcode

STREET_SLACK = 300
"""Metres that a house may lie outside the doubt of its street."""
MOST_CHOICES = 6


class Locator:
    """Finds where somebody is. Without a server nothing leaves this machine."""

    def __init__(self, gazetteer: Gazetteer, server: Locatieserver | None = None) -> None:
        self.gazetteer = gazetteer
        self._server = server

    def find(self, text: str, limit: int = 5) -> list[Found]:
        """Return what ``lookup`` settles, or else its choices, none of them certain. Never raises."""
        meaning = self.lookup(text) if limit > 0 else Lookup()
        return ([meaning.settled] if meaning.settled else list(meaning.choices))[:limit]

    def lookup(self, text: str) -> Lookup:
        """Return what a text means: settled, a question, or unknown. Never raises.

        The server is asked only for what the gazetteer does not know: a house number, a postcode, a name. It settles
        a house in the street that the gazetteer found, one of which the town or postcode was typed, or what has the
        whole text for its label, as a choice that is sent again; what it knows besides becomes a choice. When it does
        not answer in time, what the gazetteer knows is returned.
        """
        offline = self.gazetteer.lookup(text)
        known = offline.question is Question.WHICH or (offline.settled is not None and offline.settled.certain)
        if self._server is None or known:
            return offline
        try:
            online = self._server.free(text)
        except LocatieserverUnavailable:
            return offline
        words = fold(text)
        if chosen := next((hit for hit in online if "," in hit.label and fold(hit.label) == words), None):
            return Lookup(replace(chosen, certain=True))
        if online and online[0].certain and _confirmed(online[0], offline.settled, words):
            return Lookup(online[0])
        if offline.settled or not online:
            return offline
        labels = {choice.label for choice in offline.choices}
        choices = (*offline.choices, *(hit for hit in online if hit.label not in labels))
        return Lookup(None, Question.MEANT, choices[:MOST_CHOICES])


def _confirmed(online: Found, offline: Found | None, folded: str) -> bool:
    """Tell whether nothing else can be meant: a street of that name in another town is never taken silently."""
    if offline is not None:
        return metres_between(online.point, offline.point) <= offline.precision_metres + STREET_SLACK
    return bool(take_postcode(folded)[0]) or bool(online.town and fold(online.town) in folded)
