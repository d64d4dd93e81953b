"""An object of OpenStreetMap as rows of import files: what sort of place it is, and every fact that its tags state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from finder.domain.sourced import PartialDate, Source
from finder.domain.vocabulary import DENOMINATIONS, WORSHIP_KINDS, Answer, LanguageLevel, Need, PlaceKind, Religion
from finder.refresh.osm_objects import OsmObject
from finder.refresh.rows import Cells, ImportRows

LICENCE = "ODbL 1.0, © OpenStreetMap contributors"

_WORSHIP = {
    "muslim": PlaceKind.MOSQUE,
    "christian": PlaceKind.CHURCH,
    "jewish": PlaceKind.SYNAGOGUE,
    "hindu": PlaceKind.HINDU_TEMPLE,
    "buddhist": PlaceKind.BUDDHIST_TEMPLE,
    "sikh": PlaceKind.GURDWARA,
}
_KINDS = {
    "community_centre": PlaceKind.COMMUNITY_CENTRE,
    "social_centre": PlaceKind.COMMUNITY_CENTRE,
    "library": PlaceKind.LIBRARY,
}
_DROPS_IN = frozenset(
    {"homeless", "drug_addicted", "mental_health", "underprivileged", "migrant", "refugee", "displaced"}
)
"""For whom a day care is a place where one walks in; one for the old or for children is not."""
_NOT_FOR_ALL = frozenset({"private", "no"})

_YES_NO = {"yes": Answer.YES, "no": Answer.NO}
_NEEDS: Mapping[str, tuple[Need, Mapping[str, Answer]]] = {
    "wheelchair": (Need.WHEELCHAIR, {**_YES_NO, "designated": Answer.YES, "limited": Answer.UNKNOWN}),
    "toilets": (Need.TOILET, _YES_NO),
    "shower": (Need.SHOWER, _YES_NO),
    "dog": (Need.DOGS, _YES_NO),
    "fee": (Need.FREE, {"no": Answer.YES, "yes": Answer.NO}),
    "internet_access": (Need.WIFI, {"wlan": Answer.YES, "no": Answer.NO}),
}
_TEXTS = {"phone": ("contact:phone", "phone"), "website": ("contact:website", "website"), "operator": ("operator",)}

_DENOMINATION_OF = {(each.religion, each.osm): key for key, each in DENOMINATIONS.items()}
_DAYS = {"Mo": "MO", "Tu": "TU", "We": "WE", "Th": "TH", "Fr": "FR", "Sa": "SA", "Su": "SU"}
_SERVICE = re.compile(r"((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:,(?:Mo|Tu|We|Th|Fr|Sa|Su))*) (\d\d:\d\d)(?:-(\d\d:\d\d))?")


class NoPlace(ValueError):
    """Why an object is no place that is looked for here, in one line."""


def osm_rows(objects: Iterable[OsmObject], today: date) -> ImportRows:
    """Return the rows of all objects, and what is refused.

    The date of a fact is the day on which somebody checked it (``check_date``), else that of the last edit of the
    object. A check that is still to come is none: ``today`` is the day of asking.
    """
    rows = ImportRows()
    for each in objects:
        _add(rows, each, today)
    return rows


def _add(rows: ImportRows, item: OsmObject, today: date) -> None:
    tags = item.tags
    # First of all: of what must not be found not even the reason for something else may be told.
    if rows.keep_back(item.number, item.title, (), tags):
        return
    try:
        kind = kind_of(tags)
    except NoPlace as error:
        rows.refuse(item.number, item.title, str(error))
        return
    if item.point is None:
        rows.refuse(item.number, item.title, "has no position")
        return
    row, source = f"LIVE-{item.id}", _source(item, today, "check_date")
    religion = tags.get("religion", "")
    known = religion in frozenset(map(str, Religion)) and kind in WORSHIP_KINDS
    place = {
        "row": row,
        "kind": str(kind),
        "name": tags.get("name", ""),
        "street": tags.get("addr:street", ""),
        "house_number": tags.get("addr:housenumber", ""),
        "postcode": tags.get("addr:postcode", "").replace(" ", ""),
        "city": tags.get("addr:city", ""),
        "longitude": f"{item.point.longitude:.7f}",
        "latitude": f"{item.point.latitude:.7f}",
        "religion": religion if known else "",
        "religion_basis": "source" if known else "",
        "identifiers": f"osm={item.id}",
    }
    if rows.place(item.number, item.title, source, place):
        for part, checked, fact in _facts(tags, kind):
            cells = {"row": f"{row}-{part}", "place": row, **fact}
            rows.fact(item.number, item.title, _source(item, today, checked, "check_date"), cells)


def kind_of(tags: Mapping[str, str]) -> PlaceKind:
    """Return what sort of place tags describe. Raises NoPlace for what nobody looks for here."""
    amenity = tags.get("amenity", "")
    if tags.get("access") in _NOT_FOR_ALL:
        raise NoPlace(f"access={tags['access']}")
    if not tags.get("name", "").strip():
        raise NoPlace("has no name")
    if amenity == "place_of_worship":
        return _WORSHIP.get(tags.get("religion", ""), PlaceKind.OTHER_WORSHIP)
    if amenity in _KINDS:
        return _KINDS[amenity]
    facility, people = tags.get("social_facility", ""), set(re.split(r"\s*;\s*", tags.get("social_facility:for", "")))
    if facility == "soup_kitchen" or (facility == "day_care" and people & _DROPS_IN):
        return PlaceKind.DROP_IN
    raise NoPlace(f"amenity={amenity} social_facility={facility} is no sort of place that is looked for here")


def _facts(tags: Mapping[str, str], kind: PlaceKind) -> Iterator[tuple[str, str, Cells]]:
    """Yield of each fact the end of its row id, which stays while it is said, the tag that dates it, and its cells."""
    for field, keys in _TEXTS.items():
        if text := next((tags[key] for key in keys if tags.get(key)), ""):
            first = text.partition(";")[0]
            value = f"http://{first}" if field == "website" and first.startswith("www.") else first
            yield field, "check_date", {"field": field, "value": value}
    if "opening_hours" in tags:
        hours = {"field": "opening_hours", "value": tags["opening_hours"]}
        yield "opening_hours", "check_date:opening_hours", hours
    for key, (need, answers) in _NEEDS.items():
        if key in tags:
            answer = answers.get(tags[key])
            note = f"{key}={tags[key]}" if answer is Answer.UNKNOWN else ""
            yield f"need:{need}", "check_date", {"field": f"need:{need}", "value": answer or tags[key], "note": note}
    yield from _denominations(tags)
    yield from _languages(tags, kind)
    yield from _services(tags, kind)


def _denominations(tags: Mapping[str, str]) -> Iterator[tuple[str, str, Cells]]:
    religion = next((each for each in Religion if each == tags.get("religion")), None)
    for word in filter(None, map(str.strip, tags.get("denomination", "").split(";"))):
        key = _DENOMINATION_OF.get((religion, word)) if religion else None
        value = key or f"{word} of religion={religion}"
        yield f"denomination-{word}", "check_date", {"field": "denomination", "value": value}


def _languages(tags: Mapping[str, str], kind: PlaceKind) -> Iterator[tuple[str, str, Cells]]:
    """Which people speak it is not said, so the weaker level is taken."""
    level = LanguageLevel.GATHERING if kind in WORSHIP_KINDS else LanguageLevel.SOME_VISITORS
    for key, value in tags.items():
        prefix, _, code = key.partition(":")
        if prefix == "language" and value in ("yes", "main", "only"):
            yield f"language-{code}", "check_date", {"field": "language", "value": code, "terms": str(level)}


def _services(tags: Mapping[str, str], kind: PlaceKind) -> Iterator[tuple[str, str, Cells]]:
    """Only plain days and hours are read: "before Easter" and "sunset" are no recurrence."""
    told = tags.get("service_times", "")
    what, title = ("prayer", "Gebed") if kind is PlaceKind.MOSQUE else ("service", "Dienst")
    for part in filter(None, map(str.strip, told.split(";"))):
        times = _SERVICE.fullmatch(part)
        cells = {"field": "gathering", "value": what, "wording": title}
        if times is None:
            yield f"gathering-{part}", "check_date", {**cells, "rrule": part}
            continue
        days = ",".join(_DAYS[day] for day in times[1].split(","))
        when = {"rrule": f"FREQ=WEEKLY;BYDAY={days}", "start": times[2], "end": times[3] or ""}
        yield f"gathering-{days}-{times[2]}", "check_date:service_times", {**cells, **when}


def _source(item: OsmObject, today: date, *checks: str) -> Source:
    told = (_partial_date(item.tags.get(check, ""), today) for check in checks)
    edited = PartialDate(item.changed_on.isoformat()) if item.changed_on else None
    return Source(item.url, f"OpenStreetMap, {item.title}", LICENCE, next(filter(None, told), edited))


def _partial_date(text: str, today: date) -> PartialDate | None:
    try:
        told = PartialDate(text)
    except ValueError:
        return None
    return told if told.earliest() <= today else None
