"""A polite client: it says who asks, asks one thing at a time, waits when it is told to, and takes only so much.

A service that is free for all lives by that. Overpass bars who does otherwise, and a fellowship's own server is small.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import requests

from finder.domain.clock import utc_now
from finder.domain.errors import FinderError, InvalidInput
from finder.refresh.destinations import Destinations

PRODUCT = "Samenplek"
BUSY = frozenset({429, 503, 504})
"""Too many, overloaded, and what Overpass answers when its queue is full."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CONNECTING, _READING = 10.0, 200.0
"""Seconds; Overpass works on a query for up to three minutes before it sends its first byte."""


class SourceUnavailable(FinderError):
    """A service did not answer, not in time, or not as documented."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How patient a client is: seconds, tries, and bytes of an answer after decompression."""

    tries: int = 4
    pause: float = 1.0
    first_wait: float = 5.0
    longest_wait: float = 300.0
    longest_answer: float = 600.0
    largest_answer: int = 64 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Version:
    """By what a server knows which answer we have: its own words, sent back as they came."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent, and by what it knows that answer again."""

    body: bytes
    version: Version


@dataclass(frozen=True, slots=True)
class _Wait:
    """Ask again after so many seconds, None: we choose."""

    seconds: float | None = None
    why: str = ""


class PoliteClient:
    """Asks web addresses on behalf of an operator, whose ``contact`` goes along with every request.

    ``given`` are the addresses that the operator chose. Raises InvalidInput for a contact that fits no header line.
    """

    def __init__(
        self,
        contact: str,
        given: Iterable[str],
        limits: Limits | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if not contact.strip() or not (contact.isascii() and contact.isprintable()):
            raise InvalidInput("contact", contact, "an e-mail or web address at which the operator is reached")
        self._destinations, self._limits, self._sleep = Destinations(given), limits or Limits(), sleep
        self._headers = {"User-Agent": f"{PRODUCT} ({contact.strip()})", "Accept": "application/json"}
        self._asked = False

    def get(self, url: str, parameters: Mapping[str, str] | None = None, known: Version | None = None) -> Answer | None:
        """Return the answer; None when it is still the ``known`` one.

        Raises SourceUnavailable when the service does not answer in several tries, or with too much or too slowly,
        ForbiddenDestination when it leads to where it must not.
        """
        wait = self._limits.first_wait
        for attempt in range(1, self._limits.tries + 1):
            told = self._once(url, parameters, known)
            if not isinstance(told, _Wait):
                return told
            seconds = wait if told.seconds is None else told.seconds
            if attempt == self._limits.tries:
                raise SourceUnavailable(f"{url} {told.why}, {attempt} times")
            if seconds > self._limits.longest_wait:
                raise SourceUnavailable(f"{url} {told.why}, and asks to come back after {seconds:.0f} seconds")
            self._sleep(seconds)
            wait *= 2
        raise AssertionError("unreachable")

    def _once(self, url: str, parameters: Mapping[str, str] | None, known: Version | None) -> Answer | _Wait | None:
        if self._asked:
            self._sleep(self._limits.pause)
        self._asked = True
        try:
            return self._follow(url, parameters, self._headers | _conditions(known))
        except (requests.ConnectionError, requests.Timeout) as error:
            return _Wait(None, f"did not answer ({type(error).__name__})")
        except (requests.RequestException, ValueError) as error:
            raise SourceUnavailable(f"{url} did not answer as documented ({type(error).__name__})") from None

    def _follow(
        self, url: str, parameters: Mapping[str, str] | None, headers: Mapping[str, str]
    ) -> Answer | _Wait | None:
        for _ in range(self._limits.redirects + 1):
            with requests.get(
                url,
                params=parameters,
                headers={**headers},
                timeout=(_CONNECTING, _READING),
                allow_redirects=False,
                stream=True,
            ) as answer:
                if answer.status_code not in REDIRECTS:
                    return self._read(url, answer)
                following = urljoin(answer.url, answer.headers.get("Location", ""))
            self._destinations.check_redirect(url, following)
            url, parameters = following, None
        raise SourceUnavailable(f"{url} leads on and on")

    def _read(self, url: str, answer: requests.Response) -> Answer | _Wait | None:
        if answer.status_code == 304:
            return None
        if answer.status_code in BUSY:
            return _Wait(_retry_after(answer.headers.get("Retry-After", "")), f"answered {answer.status_code}")
        if answer.status_code != 200:
            raise SourceUnavailable(f"{url} answered {answer.status_code}")
        deadline = time.monotonic() + self._limits.longest_answer
        body = bytearray()
        for chunk in answer.iter_content(65536):
            body += chunk
            if len(body) > self._limits.largest_answer:
                raise SourceUnavailable(f"{url} sends more than {self._limits.largest_answer} bytes")
            if time.monotonic() > deadline:
                raise SourceUnavailable(f"{url} sends too slowly")
        version = Version(answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))
        return Answer(bytes(body), version)


def _conditions(known: Version | None) -> dict[str, str]:
    if known is None:
        return {}
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {header: value for header, value in asked.items() if value}


def _retry_after(text: str) -> float | None:
    """Seconds, or a date by the clock of the web; None for neither."""
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, _seconds_until(aware))


def _seconds_until(moment: datetime) -> float:
    return (moment - utc_now()).total_seconds()
