"""Feeds of weekly meetings: the JSON of Meeting Guide (TSML), and that of a BMLT server."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from finder.domain.geometry import BBox, Point, metres_between
from finder.domain.place import Address
from finder.refresh.client import SourceUnavailable
from finder.refresh.meeting import Meeting

Raw = Mapping[str, Any]

_AUDIENCES = {"W": "women", "M": "men", "Y": "young_people", "SEN": "older_people"}
_LANGUAGES = {
    **{"AM": "am", "DA": "da", "DE": "de", "EL": "el", "EN": "en", "FA": "fa", "FR": "fr", "HE": "he", "HI": "hi"},
    **{"HR": "hr", "HU": "hu", "ITA": "it", "JA": "ja", "KOR": "ko", "LT": "lt", "ML": "ml", "NO": "no", "POL": "pl"},
    **{"POR": "pt", "PUN": "pa", "RUS": "ru", "S": "es", "SK": "sk", "SV": "sv", "TH": "th", "TL": "tl", "UK": "uk"},
}
"""Types of Meeting Guide that are languages, and their ISO 639 codes."""
_STREET = re.compile(r"(.*?\D)\s+(\d+\S*)")
_POSTCODE = re.compile(r"(\d{4} ?[A-Za-z]{2})\s+(.+)")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")


def bmlt_parameters(bbox: BBox) -> dict[str, str]:
    """Return what is asked of a BMLT server: all meetings within the circle around a box."""
    middle = Point((bbox.west + bbox.east) / 2, (bbox.south + bbox.north) / 2)
    kilometres = metres_between(middle, Point(bbox.west, bbox.south)) / 1000
    return {
        "switcher": "GetSearchResults",
        "lat_val": f"{middle.latitude:.5f}",
        "long_val": f"{middle.longitude:.5f}",
        "geo_width_km": f"{kilometres:.1f}",
    }


def bmlt_address(root: str) -> str:
    """Return where the JSON of a BMLT server is asked for; ``root`` is what its users know, ``…/main_server/``."""
    return f"{root.rstrip('/')}/client_interface/json/"


def read_tsml(body: bytes) -> tuple[Meeting, ...]:
    """Read a feed in the format of Meeting Guide. Raises SourceUnavailable for one that is not as documented."""
    return _read(body, _tsml)


def read_bmlt(body: bytes) -> tuple[Meeting, ...]:
    """Read the search results of a BMLT server. Raises SourceUnavailable for an answer that is not as documented."""
    return _read(body, _bmlt)


def _read(body: bytes, read: Callable[[int, Raw], Meeting]) -> tuple[Meeting, ...]:
    try:
        items = json.loads(body)
        if not isinstance(items, list):
            raise TypeError("no list")
        return tuple(read(number, item) for number, item in enumerate(items, 1))
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise SourceUnavailable(f"the feed is not as documented ({error!r:.100})") from None


def _tsml(number: int, raw: Raw) -> Meeting:
    types = {str(each) for each in raw.get("types") or ()}
    day = raw.get("day")
    days = [] if day is None or day == "" else day if isinstance(day, list) else [day]
    return Meeting(
        number=number,
        id=str(raw["slug"]),
        name=str(raw["name"]),
        days=tuple(sorted({_monday_first(int(each)) for each in days})),
        start=_clock(_text(raw, "time")),
        end=_clock(_text(raw, "end_time")),
        venue=_text(raw, "location"),
        address=_tsml_address(raw),
        point=_point(raw),
        audience=tuple(_AUDIENCES[each] for each in sorted(types & _AUDIENCES.keys())),
        languages=tuple(_LANGUAGES[each] for each in sorted(types & _LANGUAGES.keys())),
        wheelchair="X" in types,
        closed="C" in types,
        away=_tsml_away(raw, types),
        url=_text(raw, "url"),
        updated=_day(_text(raw, "updated")),
    )


def _tsml_away(raw: Raw, types: Iterable[str]) -> str:
    if "TC" in types:
        return "its location is closed for a time"
    if _text(raw, "approximate").lower() == "yes":
        return "its address is not exact, as that of a meeting that is only online"
    return ""


def _tsml_address(raw: Raw) -> Address:
    if raw.get("address"):
        return _address(_text(raw, "address"), _text(raw, "postal_code"), _text(raw, "city"))
    line, _, rest = _text(raw, "formatted_address").partition(",")
    found = _POSTCODE.fullmatch(rest.split(",")[0].strip())
    return _address(line, found[1] if found else "", found[2] if found else rest.split(",")[0].strip())


def _bmlt(number: int, raw: Raw) -> Meeting:
    formats = {each.strip() for each in _text(raw, "formats").split(",")}
    start = _clock(_text(raw, "start_time"))
    return Meeting(
        number=number,
        id=str(raw["id_bigint"]),
        name=str(raw["meeting_name"]),
        days=(_monday_first(int(raw["weekday_tinyint"]) - 1),),
        start=start,
        end=_later(start, _clock(_text(raw, "duration_time"))),
        venue=_text(raw, "location_text"),
        address=_address(
            _text(raw, "location_street"), _text(raw, "location_postal_code_1"), _text(raw, "location_municipality")
        ),
        point=_point(raw),
        wheelchair="WC" in formats,
        closed="C" in formats,
        away=_bmlt_away(_text(raw, "venue_type"), formats),
    )


def _bmlt_away(venue_type: str, formats: set[str]) -> str:
    if "TC" in formats:
        return "its location is closed for a time"
    virtual = venue_type == "2" or (not venue_type and "VM" in formats and "HY" not in formats)
    return "is only online" if virtual else ""


def _text(raw: Raw, key: str) -> str:
    value = raw.get(key)
    return "" if value is None else str(value).strip()


def _monday_first(sunday_first: int) -> int:
    if not 0 <= sunday_first <= 6:
        raise ValueError(f"day {sunday_first}")
    return (sunday_first - 1) % 7


def _clock(text: str) -> str:
    """HH:MM; what is no hour stays as it is, so that it is refused by its own words."""
    found = _CLOCK.fullmatch(text)
    return f"{int(found[1]):02}:{found[2]}" if found else text


def _later(start: str, duration: str) -> str:
    begins, lasts = _CLOCK.fullmatch(start), _CLOCK.fullmatch(duration)
    if not (begins and lasts):
        return ""
    minutes = sum(int(each[1]) * 60 + int(each[2]) for each in (begins, lasts))
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _address(line: str, postcode: str, city: str) -> Address:
    found = _STREET.fullmatch(line.strip())
    street, number = (found[1].rstrip(" ,"), found[2]) if found else (line.strip(), "")
    return Address(street, number, postcode.replace(" ", "").upper(), city)


def _point(raw: Raw) -> Point | None:
    """No position, or the middle of the ocean where a server has none: 0, 0."""
    longitude, latitude = _text(raw, "longitude"), _text(raw, "latitude")
    if not (longitude and latitude):
        return None
    point = Point(float(longitude), float(latitude))
    return None if point == Point(0.0, 0.0) else point


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
