"""A client of PDOK Locatieserver v3_1, the national address search. Off unless the operator switches it on.

It sends what somebody typed from our server, without anything about who asks. Nothing of it is logged or kept:
an answer that came back faster the second time would tell a stranger what was asked before. The service refuses
parameters it does not know, so only those of ``_ALLOWED`` are ever sent.
"""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass, replace
from typing import Any

import requests

from finder.domain.errors import FinderError, InvalidInput
from finder.domain.geometry import SERVED_AREA, Point
from finder.geocode.entries import POINT_PRECISION, FoundKind
from finder.geocode.found import Found
from finder.geocode.text import LONGEST, fold, normalise_postcode, number_key

LOCATIESERVER_URL = "https://api.pdok.nl/bzk/locatieserver/search/v3_1"
SOURCE = "pdok"
SECONDS = 2.0
MOST_ROWS = 5
LARGEST_ANSWER = 200_000
_ALLOWED = {
    "suggest": frozenset({"q", "fq", "fl", "rows"}),
    "free": frozenset({"q", "fq", "fl", "rows"}),
    "lookup": frozenset({"id", "fl"}),
}
_FIELDS = "id,type,weergavenaam,centroide_ll,straatnaam,huis_nlt,postcode,woonplaatsnaam,gemeentenaam"
_AROUND_AMSTERDAM = (
    "Amsterdam",
    "Amstelveen",
    "Diemen",
    "Landsmeer",
    "Oostzaan",
    "Ouder-Amstel",
    "Waterland",
)
_AROUND_HAARLEM = ("Haarlem", "Bloemendaal", "Haarlemmermeer", "Heemstede", "Velsen", "Zandvoort")
_IN_OUR_TOWNS = "gemeentenaam:(" + " OR ".join(f'"{town}"' for town in _AROUND_AMSTERDAM + _AROUND_HAARLEM) + ")"
_KINDS = {
    "adres": (FoundKind.ADDRESS, POINT_PRECISION),
    "postcode": (FoundKind.POSTCODE, 200),
    "weg": (FoundKind.STREET, 550),
    "buurt": (FoundKind.NEIGHBOURHOOD, 400),
    "wijk": (FoundKind.DISTRICT, 900),
    "woonplaats": (FoundKind.TOWN, 5000),
}
"""Locatieserver's types that we use, with the metres around the centre that hold most of such a thing."""
_TYPES = "type:(" + " OR ".join(_KINDS) + ")"
_POINT = re.compile(r"POINT ?\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)")
_ID = re.compile(r"[a-z]{3}-[0-9a-zA-Z-]{1,64}")

logging.getLogger("urllib3.connectionpool").setLevel(logging.CRITICAL + 1)  # its messages hold the query


class LocatieserverUnavailable(FinderError):
    """The service did not answer in time or not as documented. The text never holds what was asked."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What /suggest offers while somebody types; ``id`` is for ``lookup``."""

    id: str
    label: str
    kind: FoundKind


class Locatieserver:
    """Locatieserver v3_1 at ``base_url``; an answer takes at most ``seconds``, connecting and reading."""

    def __init__(self, base_url: str = LOCATIESERVER_URL, seconds: float = SECONDS) -> None:
        if not re.fullmatch(r"https?://[^\s?#]+", base_url):
            raise InvalidInput("PDOK_LOCATIESERVER", base_url, 'a http(s) address, "on" or "off"')
        self._base_url, self._seconds = base_url.rstrip("/"), seconds
        self._workers = ThreadPoolExecutor(4, "locatieserver")

    def free(self, text: str, limit: int = MOST_ROWS) -> list[Found]:
        """Return what the text may name within the served area, the likeliest first.

        Only the first can be certain: an address whose number, or a postcode, that the text names, with every
        word of the text in its label.
        Raises LocatieserverUnavailable.
        """
        words = fold(text).split()
        if not words:
            return []
        docs = self._docs("free", q=_question(text), fq=(_TYPES, _IN_OUR_TOWNS), fl=_FIELDS, rows=limit)
        found = [replace(hit, certain=_is_named(doc, words)) for doc in docs if (hit := _found(doc))]
        found = found[:1] + [replace(hit, certain=False) for hit in found[1:]]
        return list({hit.label: hit for hit in reversed(found)}.values())[::-1]

    def suggest(self, text: str, limit: int = MOST_ROWS) -> list[Suggestion]:
        """Return suggestions for a beginning. Raises LocatieserverUnavailable."""
        if not fold(text):
            return []
        docs = self._docs(
            "suggest", q=_question(text), fq=(_TYPES, _IN_OUR_TOWNS), fl="id,type,weergavenaam", rows=limit
        )
        return [
            Suggestion(doc["id"], doc["weergavenaam"], _KINDS[doc["type"]][0])
            for doc in docs
            if doc.get("type") in _KINDS and isinstance(doc.get("id"), str) and isinstance(doc.get("weergavenaam"), str)
        ]

    def lookup(self, identifier: str) -> Found | None:
        """Return the thing of a suggestion, None when there is none here. Raises LocatieserverUnavailable."""
        if not _ID.fullmatch(identifier):
            return None
        found = [hit for hit in map(_found, self._docs("lookup", id=identifier, fl=_FIELDS)) if hit]
        return replace(found[0], certain=True) if found else None

    def address(self, street: str, house_number: str, postcode: str, city: str) -> Found | None:
        """Return exactly this address: street, number and town (and postcode, where given) agree. Else None.

        Raises LocatieserverUnavailable.
        """
        number = number_key(house_number)
        if not (street.strip() and number and (city.strip() or postcode.strip())):
            return None
        question = _question(f"{street} {house_number} {normalise_postcode(postcode)} {city}")
        docs = self._docs("free", q=question, fq=("type:adres",), fl=_FIELDS, rows=MOST_ROWS)
        same = [doc for doc in docs if _same_address(doc, street, postcode, city)]
        doors = [doc for doc in same if number_key(str(doc.get("huis_nlt", ""))) == number]
        building = [doc for doc in same if number_key(str(doc.get("huis_nlt", "")))[:1] == number]
        found = next((hit for hit in map(_found, doors or building) if hit), None)
        return replace(found, certain=True) if found else None

    def _docs(self, endpoint: str, **given: str | int | tuple[str, ...]) -> list[Mapping[str, Any]]:
        if "rows" in given:
            given["rows"] = max(1, min(int(str(given["rows"])), MOST_ROWS))
        unknown = given.keys() - _ALLOWED[endpoint]
        assert not unknown, f"{endpoint} does not take {unknown}"
        deadline = time.monotonic() + self._seconds
        task: Future[list[Mapping[str, Any]]] = self._workers.submit(self._fetch, endpoint, given, deadline)
        try:
            return task.result(self._seconds)
        except (FutureTimeout, TimeoutError):
            task.cancel()
            raise LocatieserverUnavailable("Locatieserver did not answer in time") from None

    def _fetch(self, endpoint: str, parameters: Mapping[str, Any], deadline: float) -> list[Mapping[str, Any]]:
        try:
            with requests.get(
                f"{self._base_url}/{endpoint}",
                params={**parameters},
                headers={"Accept": "application/json", "User-Agent": "Samenplek"},
                timeout=self._seconds,
                allow_redirects=False,
                stream=True,
            ) as answer:
                if answer.status_code != 200:
                    raise LocatieserverUnavailable(f"Locatieserver answered {answer.status_code}")
                body = b""
                for chunk in answer.iter_content(8192):
                    body += chunk
                    if len(body) > LARGEST_ANSWER or time.monotonic() > deadline:
                        raise LocatieserverUnavailable("Locatieserver's answer is too long or too slow")
            docs = json.loads(body)["response"]["docs"]
        except (requests.RequestException, KeyError, TypeError, ValueError, RecursionError):
            raise LocatieserverUnavailable("Locatieserver did not answer as documented") from None
        if not isinstance(docs, list) or not all(isinstance(doc, dict) for doc in docs):
            raise LocatieserverUnavailable("Locatieserver did not answer as documented")
        return docs[:MOST_ROWS]


def locatieserver_from(setting: str | None) -> Locatieserver | None:
    """Read the setting PDOK_LOCATIESERVER: nothing or ``off``, ``on``, or the base address of the service.

    Raises InvalidInput for anything else.
    """
    wanted = (setting or "").strip()
    if wanted.casefold() in ("", "off", "0", "no", "false"):
        return None
    if wanted.casefold() in ("on", "1", "yes", "true"):
        return Locatieserver()
    return Locatieserver(wanted)


def _question(text: str) -> str:
    """Leave out what the search engine behind it reads as an operator."""
    return " ".join(re.sub(r"[^\w'. -]+|(?<!\w)-", " ", text[:LONGEST]).split())


def _is_named(doc: Mapping[str, Any], words: list[str]) -> bool:
    label = fold(str(doc.get("weergavenaam"))).replace(" ", "")
    number, postcode = number_key(str(doc.get("huis_nlt", "")))[:1], fold(str(doc.get("postcode", "")))
    told = (doc.get("type") == "adres" and number and number[0] in words) or (
        doc.get("type") == "postcode" and postcode and postcode in "".join(words)
    )
    return bool(told) and all(word in label for word in words)


def _same_address(doc: Mapping[str, Any], street: str, postcode: str, city: str) -> bool:
    towns = {fold(str(doc.get(key, ""))) for key in ("woonplaatsnaam", "gemeentenaam")}
    wanted = normalise_postcode(postcode)
    return (
        doc.get("type") == "adres"
        and fold(str(doc.get("straatnaam", ""))) == fold(street)
        and (not city.strip() or fold(city) in towns)
        and (not wanted or str(doc.get("postcode", "")) == wanted)
    )


def _found(doc: Mapping[str, Any]) -> Found | None:
    position = _POINT.fullmatch(str(doc.get("centroide_ll", "")))
    label, kind = doc.get("weergavenaam"), _KINDS.get(str(doc.get("type")))
    if not (position and kind and isinstance(label, str) and label):
        return None
    point = Point(float(position[1]), float(position[2]))
    if not SERVED_AREA.contains(point):
        return None
    name, number, town = (_text(doc, key) for key in ("straatnaam", "huis_nlt", "woonplaatsnaam"))
    return Found(
        label,
        kind[0],
        point,
        precision_metres=kind[1],
        certain=False,
        source=SOURCE,
        name=name or label,
        number=number,
        town=town,
    )


def _text(doc: Mapping[str, Any], key: str) -> str:
    value = doc.get(key)
    return value if isinstance(value, str) else ""
