"""Meetings as rows of import files: gatherings of the house they are in, which is a place that we know or a new one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from finder.domain.geometry import BBox
from finder.domain.place import Address, Place
from finder.domain.sourced import PartialDate, Source
from finder.domain.vocabulary import Answer, Need, PlaceKind
from finder.merging.matching import ALIKE_AT_ONE_ADDRESS, address_key, name_likeness, words_of
from finder.refresh.meeting import Meeting
from finder.refresh.rows import ImportRows

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CLOSED = "closed: only for people who have the problem themselves"


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """The meetings of one fellowship, how it is called, and where they were read."""

    label: str
    url: str
    meetings: tuple[Meeting, ...]


class Houses:
    """The places that an operator publishes, by address, with the row of an import that each came from.

    ``row_of`` gives the row of a code, empty for a place that was made by hand.
    """

    def __init__(self, places: Iterable[tuple[Place, str]]) -> None:
        self._at: dict[tuple[str, str], list[tuple[Place, str]]] = defaultdict(list)
        for place, row in places:
            key = address_key(place.address)
            if key and row and not place.status.gone:
                self._at[key].append((place, row))

    def find(self, name: str, address: Address) -> str | None:
        """Return the row of the place at an address; where several share it, that of the one with such a name."""
        key, city = address_key(address), address.city.casefold()
        if key is None:
            return None
        there = [
            (place, row)
            for place, row in self._at.get(key, ())
            if city in {place.address.city.casefold(), place.municipality.casefold()}
        ]
        if len(there) > 1:
            likeness = {row: name_likeness(name, place.name) for place, row in there}
            there = [(place, row) for place, row in there if likeness[row] == max(likeness.values())]
            if max(likeness.values()) < ALIKE_AT_ONE_ADDRESS or len(there) > 1:
                return None
        return there[0][1] if there else None


def meeting_rows(feeds: Sequence[ReadFeed], houses: Houses, bbox: BBox, today: date) -> tuple[ImportRows, int]:
    """Return the rows of all meetings that somebody can go to, what is refused, and how many lie outside the box.

    A meeting is dated by its feed, else by ``today``, the day on which the feed gave it.
    """
    rows, elsewhere = ImportRows(), 0
    for feed in feeds:
        for meeting in feed.meetings:
            if meeting.point and not bbox.contains(meeting.point):
                elsewhere += 1
            else:
                _add(rows, feed, meeting, houses, today)
    return rows, elsewhere


def _add(rows: ImportRows, feed: ReadFeed, meeting: Meeting, houses: Houses, today: date) -> None:
    number, what = meeting.number, f"{feed.label} {meeting.id}"
    if rows.keep_back(number, what, (meeting.name, meeting.venue), {}):
        return
    if why := meeting.away or ("" if meeting.days and meeting.start else "has no day and hour"):
        rows.refuse(number, what, why)
        return
    if not meeting.point and not address_key(meeting.address):
        rows.refuse(number, what, "has neither a position nor a house number")
        return
    said_on = PartialDate((meeting.updated or today).isoformat())
    url = meeting.url if meeting.url.startswith(("https://", "http://")) else feed.url
    source = Source(url, f"{feed.label}: list of meetings", "facts only", said_on)
    house = houses.find(meeting.venue, meeting.address) or _new_house(rows, what, source, meeting)
    if house is None:
        return
    gathering = {
        "row": f"MEET-{_slug(feed.label)}-{_slug(meeting.id)}",
        "place": house,
        "field": "gathering",
        "value": "support_group",
        "wording": f"{feed.label}: {meeting.name}",
        "rrule": f"FREQ=WEEKLY;BYDAY={','.join(_DAYS[day] for day in meeting.days)}",
        "start": meeting.start,
        "end": meeting.end,
        "languages": ";".join(meeting.languages),
        "audience": ";".join(meeting.audience),
        "note": _CLOSED if meeting.closed else "",
    }
    rows.fact(number, what, source, gathering)
    if meeting.wheelchair and f"{house}-wheelchair" not in rows.facts:
        answer = {"row": f"{house}-wheelchair", "place": house, "field": f"need:{Need.WHEELCHAIR}"}
        rows.fact(number, what, source, {**answer, "value": str(Answer.YES)})


def _new_house(rows: ImportRows, what: str, source: Source, meeting: Meeting) -> str | None:
    """Several meetings in one house give one place; it is called as the first of them calls it."""
    address, point = meeting.address, meeting.point
    where = f"{address.street} {address.house_number}".strip()
    row = f"MEET-at-{_slug(f'{where} {address.city}' if where else f'{point}')}"
    cells = {
        "row": row,
        "kind": str(PlaceKind.COMMUNITY_GROUP),
        "name": meeting.venue or where,
        "street": address.street,
        "house_number": address.house_number,
        "postcode": address.postcode,
        "city": address.city,
        "longitude": f"{point.longitude:.7f}" if point else "",
        "latitude": f"{point.latitude:.7f}" if point else "",
    }
    return row if row in rows.places or rows.place(meeting.number, what, source, cells) else None


def _slug(text: str) -> str:
    """Words of other scripts are kept, so that two of them never become one id."""
    return "-".join(words_of(text) or re.findall(r"\w+", text)) or "unnamed"
