"""Import files in CSV, described in ``data/import/README.md``: places, facts, and positions that a geocoder found.

What a file must have is checked strictly, by line; whether a fact can be used is for the importer to say.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from finder.domain.contact import is_email, is_phone
from finder.domain.errors import InvalidData
from finder.domain.geometry import read_point
from finder.domain.place import Address
from finder.domain.sourced import PartialDate, Source
from finder.domain.vocabulary import POSITION_BASES, RELIGION_BASES, PlaceKind, Religion, Sensitivity
from finder.merging.candidate import Candidate, Claim, Confidence, Origin, Position

_SOURCE = ("source_title", "source_url", "source_licence", "source_date")
PLACE_COLUMNS = (
    *("row", "same_as", "kind", "subtype", "name", "street", "house_number", "postcode", "city"),
    *("longitude", "latitude", "position_basis", "religion", "religion_basis", "denominations", "communities"),
    *("phone", "website", "email", "operator", "confidence", "identifiers", "tags", "sensitivity", *_SOURCE, "refuse"),
    "note",
)
FACT_COLUMNS = (
    *("row", "place", "field", "value", "terms", "when", "rrule", "start", "end", "languages", "audience"),
    *("except_on", "not_during", "wording", "note", *_SOURCE, "refuse"),
)
POSITION_COLUMNS = ("row", "longitude", "latitude", "label", "source", "date")
_PLACE_NEEDS = frozenset({"row", "kind", "name", "source_title", "source_url", "source_licence"})
_FACT_NEEDS = frozenset({"row", "place", "field", "value", "source_title", "source_url", "source_licence"})
_GEOCODER_URL = "https://api.pdok.nl/bzk/locatieserver/search/v3_1/ui/"

Cells = Mapping[str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ImportFile:
    """What one file holds."""

    name: str
    candidates: tuple[Candidate, ...] = ()
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()


def read_csv(path: Path) -> ImportFile:
    """Read an import file; which of the three it is, its columns say.

    Raises InvalidData, naming the line, for a file that cannot be read, has other columns, or has a row that is
    not as documented.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header = [cell.strip() for cell in next(reader, [])]
            rows = [(reader.line_num, cells) for cells in reader if cells]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InvalidData(path.name, f"cannot be read ({error})") from None
    if set(header) == set(POSITION_COLUMNS):
        return ImportFile(path.name, positions=_each(path.name, header, rows, read_position))
    if {"place", "field"} <= set(header):
        check_columns(path.name, header, FACT_COLUMNS, _FACT_NEEDS)
        return ImportFile(path.name, claims=_each(path.name, header, rows, read_claim))
    check_columns(path.name, header, PLACE_COLUMNS, _PLACE_NEEDS)
    return ImportFile(path.name, candidates=_each(path.name, header, rows, read_candidate))


def check_columns(name: str, given: Iterable[str], known: Iterable[str], needed: Iterable[str] = _PLACE_NEEDS) -> None:
    """Raise InvalidData when a column is not known, stands there twice, or is missing."""
    columns, allowed = list(given), list(known)
    if strange := [column or "(without a name)" for column in columns if column not in allowed]:
        raise InvalidData(name, f"has columns that are not known: {', '.join(strange)}; known: {', '.join(allowed)}")
    if twice := sorted({column for column in columns if columns.count(column) > 1}):
        raise InvalidData(name, f"has a column twice: {', '.join(twice)}")
    if missing := sorted(set(needed) - set(columns)):
        raise InvalidData(name, f"has no column {', '.join(missing)}")


def _each(
    name: str, header: list[str], rows: Iterable[tuple[int, list[str]]], read: Callable[[Origin, Cells], T]
) -> tuple[T, ...]:
    found = []
    for line, cells in rows:
        where = f"{name}, line {line}"
        if len(cells) != len(header):
            raise InvalidData(where, f"has {len(cells)} cells, the header has {len(header)}")
        named = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
        if not named["row"]:
            raise InvalidData(where, "has no row id")
        found.append(read_strictly(where, read, Origin(name, line, named["row"]), named))
    return tuple(found)


def read_strictly(where: str, read: Callable[[Origin, Cells], T], origin: Origin, cells: Cells) -> T:
    """Read one row. Raises InvalidData that names it for a value of the wrong form."""
    try:
        return read(origin, cells)
    except ValueError as error:
        raise InvalidData(where, str(error)) from None


def split(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several, ``;`` between them."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _required(cells: Cells, column: str) -> str:
    if not cells.get(column):
        raise ValueError(f"{column} is empty")
    return cells[column]


def _one_of(cells: Cells, column: str, allowed: Iterable[str], default: str) -> str:
    value = cells.get(column) or default
    if value not in (choices := list(allowed)):
        raise ValueError(f"{column}: {value!r} is not one of {', '.join(choices)}")
    return value


def _source(cells: Cells) -> Source:
    day = cells.get("source_date", "")
    url = _required(cells, "source_url")
    if not url.startswith(("https://", "http://")):
        raise ValueError(f"source_url: {url!r} is not a web address")
    return Source(
        url,
        _required(cells, "source_title"),
        _required(cells, "source_licence"),
        PartialDate(day) if day else None,
    )


def _website(cell: str) -> str:
    """A list often leaves out what a browser adds by itself; any other scheme could run in the reader's browser."""
    address = f"http://{cell}" if cell.startswith("www.") else cell
    if address and not address.startswith(("https://", "http://")):
        raise ValueError(f"website: {cell!r} is not a web address")
    return address


def _contact(cells: Cells, column: str, is_one: Callable[[str], bool]) -> str:
    text = cells.get(column, "")
    if text and not is_one(text):
        raise ValueError(f"{column}: {text!r} is not one")
    return text


def _identifiers(cell: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in split(cell)]
    if wrong := ["".join(pair) for pair in pairs if not all(pair)]:
        raise ValueError(f"identifiers: {wrong[0]!r} is not name=value")
    return {name: value for name, _, value in pairs}


def _tags(cell: str) -> dict[str, str]:
    """``key=value`` of OpenStreetMap; a part without a sign is one more value of the key before it."""
    tags: dict[str, str] = {}
    last = ""
    for part in split(cell):
        key, sign, value = part.partition("=")
        if sign and key and value:
            last, tags[key] = key, value
        elif last and not sign:
            tags[last] += f";{part}"
        else:
            raise ValueError(f"tags: {part!r} is not key=value")
    return tags


def read_candidate(origin: Origin, cells: Cells) -> Candidate:
    """Read a place row. Raises ValueError, naming the column, for a value of the wrong form."""
    religion = _one_of(cells, "religion", ["", *Religion], "")
    sensitivity = _one_of(cells, "sensitivity", ["", *Sensitivity], "")
    return Candidate(
        origin=origin,
        kind=PlaceKind(_one_of(cells, "kind", PlaceKind, "")),
        name=_required(cells, "name"),
        source=_source(cells),
        confidence=Confidence(_one_of(cells, "confidence", Confidence, Confidence.C)),
        address=Address(*(cells.get(column, "") for column in ("street", "house_number", "postcode", "city"))),
        point=read_point(cells.get("longitude", ""), cells.get("latitude", "")),
        position_basis=_one_of(cells, "position_basis", POSITION_BASES, "source"),
        same_as=cells.get("same_as", ""),
        subtype=cells.get("subtype", ""),
        religion=Religion(religion) if religion else None,
        religion_basis=_one_of(cells, "religion_basis", RELIGION_BASES, "source") if religion else "",
        denominations=split(cells.get("denominations", "")),
        communities=split(cells.get("communities", "")),
        phone=_contact(cells, "phone", is_phone),
        website=_website(cells.get("website", "")),
        email=_contact(cells, "email", is_email),
        operator=cells.get("operator", ""),
        identifiers=_identifiers(cells.get("identifiers", "")),
        tags=_tags(cells.get("tags", "")),
        sensitivity=Sensitivity(sensitivity) if sensitivity else None,
        refuse=cells.get("refuse", ""),
        note=cells.get("note", ""),
    )


def read_claim(origin: Origin, cells: Cells) -> Claim:
    """Read a fact row. Raises ValueError for a row without a source, or with neither a field nor a refusal."""
    refuse = cells.get("refuse", "")
    if not refuse:
        for column in ("place", "field"):
            _required(cells, column)
    return Claim(
        origin=origin,
        place=cells["place"],
        field=cells["field"],
        value=cells["value"],
        source=_source(cells),
        terms=split(cells.get("terms", "")),
        when=cells.get("when", ""),
        rrule=cells.get("rrule", ""),
        start=cells.get("start", ""),
        end=cells.get("end", ""),
        languages=split(cells.get("languages", "")),
        audience=split(cells.get("audience", "")),
        except_on=split(cells.get("except_on", "")),
        not_during=cells.get("not_during", ""),
        wording=cells.get("wording", ""),
        note=cells.get("note", ""),
        refuse=refuse,
    )


def read_position(origin: Origin, cells: Cells) -> Position:
    """Read a row that ``flask geocode`` wrote. Raises ValueError for a row without a point."""
    point = read_point(_required(cells, "longitude"), _required(cells, "latitude"))
    if point is None:
        raise ValueError("has no point")
    return Position(
        origin, point, Source(_GEOCODER_URL, _required(cells, "source"), "CC0 1.0 (BAG)", PartialDate(cells["date"]))
    )
