"""Rows to import, made short for the tests."""

from __future__ import annotations

from typing import Any

import shapely

from finder.domain.areas import Areas
from finder.domain.code_register import CodeRegister, GatheringRegister
from finder.domain.geometry import Point
from finder.domain.place import Address, Place
from finder.domain.sourced import PartialDate, Source
from finder.domain.vocabulary import PlaceKind
from finder.formats.import_csv import ImportFile
from finder.merging.candidate import Candidate, Claim, Confidence, Origin
from finder.usecases.import_places import Imported, import_places

HERE = Point(4.9, 52.35)
AREAS = Areas(
    {
        "municipality": [("Amsterdam", shapely.box(4.8, 52.3, 5.0, 52.4))],
        "district": [("Oost", shapely.box(4.85, 52.3, 5.0, 52.4))],
        "neighbourhood": [("Dapperbuurt", shapely.box(4.88, 52.34, 4.92, 52.36))],
    }
)


def source(day: str = "", name: str = "list") -> Source:
    return Source(f"https://example.org/{name}{day}", f"{name} {day}", "facts only", PartialDate(day) if day else None)


def row(number: int, name: str = "", **parts: Any) -> Candidate:
    standard = {
        "kind": PlaceKind.COMMUNITY_CENTRE,
        "name": name or f"Huis {chr(96 + number) * 5}",
        "source": source("2026-05-22"),
        "confidence": Confidence.A,
        "point": HERE,
    }
    return Candidate(Origin("places.csv", number + 1, f"P{number}"), **(standard | parts))


def fact(number: int, field: str, value: str, place: str = "P1", day: str = "", **parts: Any) -> Claim:
    said_by = parts.pop("source", source(day, f"page{number}"))
    return Claim(Origin("facts.csv", number + 1, f"W{number}"), place, field, value, said_by, **parts)


def run(
    *items: Candidate | Claim,
    register: CodeRegister | None = None,
    gathering_ids: GatheringRegister | None = None,
    known: Point | None = None,
) -> Imported:
    """Import the rows; ``known`` is the point of every address."""
    candidates = tuple(item for item in items if isinstance(item, Candidate))
    claims = tuple(item for item in items if isinstance(item, Claim))
    files = [ImportFile("places.csv", candidates), ImportFile("facts.csv", claims=claims)]
    return import_places(
        files, AREAS, lambda *address: known, register or CodeRegister(), gathering_ids or GatheringRegister()
    )


def only_place(*items: Candidate | Claim) -> Place:
    (place,) = run(*items).places
    return place


def fates(imported: Imported) -> dict[str, str]:
    return {outcome.origin.row: str(outcome.fate) for outcome in imported.outcomes}


def why(imported: Imported, row_id: str) -> str:
    return next(outcome.why for outcome in imported.outcomes if outcome.origin.row == row_id)


AT_DOOR = Address("Javastraat", "118", "1094HP", "Amsterdam")
