"""Where am I: the offline gazetteer first; Locatieserver behind it, if the operator switched it on."""

from __future__ import annotations

from finder.geocode.found import Found
from finder.geocode.gazetteer import Gazetteer
from finder.geocode.pdok import Locatieserver, LocatieserverUnavailable


class Locator:
    """Finds where somebody is. Without a server nothing leaves this machine."""

    def __init__(self, gazetteer: Gazetteer, server: Locatieserver | None = None) -> None:
        self.gazetteer = gazetteer
        self._server = server

    def find(self, text: str, limit: int = 5) -> list[Found]:
        """Return what the text may name, the likeliest first; empty when nothing is like it. Never raises.

        The server is asked only for what the gazetteer is not certain of; when it does not answer in time,
        what the gazetteer guesses is returned.
        """
        offline = self.gazetteer.find(text, limit)
        if self._server is None or limit < 1 or any(hit.certain for hit in offline):
            return offline
        try:
            online = self._server.free(text, limit)
        except LocatieserverUnavailable:
            return offline
        labels = {hit.label for hit in online}
        return [*online, *(hit for hit in offline if hit.label not in labels)][:limit]
