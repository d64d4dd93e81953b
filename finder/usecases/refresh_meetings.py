"""Ask fellowships for their weekly meetings as they are today, and lay them out as import files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finder.domain.code_register import CodeRegister
from finder.domain.geometry import BBox
from finder.domain.place import Place
from finder.refresh.client import Answer, PoliteClient
from finder.refresh.meeting import Meeting
from finder.refresh.meeting_feeds import bmlt_address, bmlt_parameters, read_bmlt, read_tsml
from finder.refresh.meeting_rows import Houses, ReadFeed, meeting_rows
from finder.refresh.versions import Versions, asked
from finder.usecases.refresh_osm import Refreshed


class FeedFormat(StrEnum):
    """In which format a fellowship gives its meetings."""

    TSML = "tsml"
    """Meeting Guide, a list that is fetched whole."""
    BMLT = "bmlt"
    """A server that is asked for a box."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of a fellowship: how the fellowship is called, the format, and the address as its users know it."""

    label: str
    format: FeedFormat
    address: str

    @property
    def url(self) -> str:
        """Return what is asked."""
        return bmlt_address(self.address) if self.format is FeedFormat.BMLT else self.address

    def parameters(self, bbox: BBox) -> dict[str, str] | None:
        """Return for which part it is asked; None where all comes at once."""
        return bmlt_parameters(bbox) if self.format is FeedFormat.BMLT else None

    def read(self, answer: Answer) -> tuple[Meeting, ...]:
        """Read an answer. Raises SourceUnavailable for one that is not as documented."""
        return read_bmlt(answer.body) if self.format is FeedFormat.BMLT else read_tsml(answer.body)


def houses(places: Iterable[Place], register: CodeRegister) -> Houses:
    """Return the published places at which meetings may be held, with the rows that speak of them."""
    rows = {entry.code: entry.row for entry in register.entries()}
    return Houses((place, rows.get(place.code, "")) for place in places)


def refresh_meetings(
    feeds: Sequence[Feed], client: PoliteClient, known_houses: Houses, bbox: BBox, known: Versions, today: date
) -> Refreshed | None:
    """Ask every feed in turn; None when all answers are still the ``known`` ones.

    The files hold all feeds, so where one has changed the others are fetched again too.
    Raises SourceUnavailable or ForbiddenDestination as the client does.
    """
    keys = [asked(feed.url, feed.parameters(bbox)) for feed in feeds]
    answers = [
        client.get(feed.url, feed.parameters(bbox), known.get(key)) for feed, key in zip(feeds, keys, strict=True)
    ]
    if not any(answers):
        return None
    whole = [answer or client.get(feed.url, feed.parameters(bbox)) for feed, answer in zip(feeds, answers, strict=True)]
    found = [(feed, answer) for feed, answer in zip(feeds, whole, strict=True) if answer]
    read = [ReadFeed(feed.label, feed.url, feed.read(answer)) for feed, answer in found]
    rows, elsewhere = meeting_rows(read, known_houses, bbox, today)
    versions = {key: answer.version for key, answer in zip(keys, whole, strict=True) if answer}
    return Refreshed(rows, sum(len(feed.meetings) for feed in read), versions, elsewhere)
