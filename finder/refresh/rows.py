"""Rows of import files, each tried by the import's own reading before it is written: what that refuses is told."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from finder.domain.sensitive import why_sensitive
from finder.domain.sourced import Source
from finder.formats.import_csv import FACT_COLUMNS, PLACE_COLUMNS, read_candidate, read_claim
from finder.merging.candidate import Confidence, Origin
from finder.merging.parse_claims import UnusableClaim, parse_claim

Cells = Mapping[str, str]
_HERE = Origin("", 0, "")
_RUN = re.compile(r"[=@]|[+-](?![\d\s().-]*$)")
"""What a spreadsheet takes for a formula; a telephone number is none."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What is not taken: its number in what was fetched, what it is, which part of it, and why.

    A ``part`` that is empty means all of it. ``sensitive``: nothing else about it may be written anywhere.
    """

    number: int
    what: str
    part: str
    why: str
    sensitive: bool = False


@dataclass(slots=True)
class ImportRows:
    """Collects rows of places and of facts, and what is refused. A row id stands there once."""

    places: dict[str, Cells] = field(default_factory=dict)
    facts: dict[str, Cells] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, number: int, what: str, why: str, part: str = "") -> None:
        """Note what is not taken."""
        self.refused.append(Refused(number, what, part, why))

    def keep_back(self, number: int, what: str, texts: Sequence[str], tags: Mapping[str, str]) -> bool:
        """Tell whether something must not be found, by its names and tags; it is noted, with the reason alone."""
        why = why_sensitive(texts, tags)
        if why:
            self.refused.append(Refused(number, what, "", why, sensitive=True))
        return why is not None

    def place(self, number: int, what: str, source: Source, cells: Cells) -> bool:
        """Add a place that nobody has judged, and tell whether it is taken."""
        row = _tidy({**cells, **_source(source), "confidence": str(Confidence.C)})
        try:
            _check_cells(row)
            read_candidate(_HERE, row)
        except ValueError as error:
            self.refuse(number, what, str(error))
            return False
        self.places.setdefault(row["row"], row)
        return True

    def fact(self, number: int, what: str, source: Source, cells: Cells) -> None:
        """Add a fact, or note why the import would not take it."""
        row = _tidy({**cells, **_source(source)})
        try:
            _check_cells(row)
            parse_claim(read_claim(_HERE, row))
        except (UnusableClaim, ValueError) as error:
            self.refuse(number, what, str(error), row["field"])
            return
        if row["row"] in self.facts:
            self.refuse(number, what, "says what was said before", row["field"])
            return
        self.facts[row["row"]] = row

    def files(self) -> tuple[bytes, bytes]:
        """Return the file of places and the file of facts, in order of their rows: equal rows give equal bytes."""
        return _csv(PLACE_COLUMNS, self.places), _csv(FACT_COLUMNS, self.facts)


def _source(source: Source) -> dict[str, str]:
    return {
        "source_title": source.title,
        "source_url": source.url,
        "source_licence": source.licence,
        "source_date": source.stated_on.text if source.stated_on else "",
    }


def _tidy(cells: Cells) -> dict[str, str]:
    """One line a cell: what stands in a tag may be anything."""
    return {
        column: " ".join("".join(sign if sign.isprintable() else " " for sign in cell).split())
        for column, cell in cells.items()
    }


def _check_cells(cells: Cells) -> None:
    """Anybody can write a tag or a meeting, and an operator may look at the file with a spreadsheet."""
    for column, cell in cells.items():
        if _RUN.match(cell):
            raise ValueError(f"{column}: {cell!r} would be run by a spreadsheet")


def _csv(columns: Sequence[str], rows: Mapping[str, Cells]) -> bytes:
    used = [column for column in columns if column in _ALWAYS or any(row.get(column) for row in rows.values())]
    text = io.StringIO()
    writer = csv.DictWriter(text, used, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows[row] for row in sorted(rows))
    return text.getvalue().encode()


_ALWAYS = frozenset({"row", "kind", "name", "place", "field", "value", "source_title", "source_url", "source_licence"})
