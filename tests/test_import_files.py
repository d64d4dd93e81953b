"""What must hold of every facts file that the import reads (data/import/README.md names the columns)."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from dateutil.rrule import rrulestr
from opening_hours import OpeningHours

from finder.domain.evidence import EVIDENCE_KEYS
from finder.domain.sourced import PartialDate
from finder.domain.vocabulary import (
    ACTIVITIES,
    AUDIENCES,
    COMMUNITIES,
    DENOMINATIONS,
    FACT_TERMS,
    GATHERING_KINDS,
    LITURGICAL_LANGUAGES,
    Answer,
    LanguageLevel,
    Need,
    PlaceKind,
    Question,
    Reach,
    Religion,
    Status,
)
from tests.paths import ROOT

FILES = sorted((ROOT / "data" / "import").glob("facts_*.csv"))
COLUMNS = re.findall(
    r"\w+",
    """row place field value terms when rrule start end languages audience except_on not_during wording note
    source_title source_url source_licence source_date refuse""",
)
FREE_FIELDS = {"phone", "website", "email", "operator", "name", "also_called", "address", "position"}
VALUES: dict[str, set[str]] = {
    "gathering": set(GATHERING_KINDS),
    "denomination": set(DENOMINATIONS),
    "community": set(COMMUNITIES),
    "religion": {str(religion) for religion in Religion},
    "kind": {str(kind) for kind in PlaceKind},
    "activity": set(ACTIVITIES),
    "status": {str(status) for status in Status},
    **{f"evidence:{basis}": set(keys) for basis, keys in EVIDENCE_KEYS.items()},
    **{f"need:{need}": {str(answer) for answer in Answer} for need in Need},
    **{f"first_visit:{question}": {str(answer) for answer in Answer} for question in Question},
}
LANGUAGES = set(Locale("en").languages) | {"hns"}
LAST_LINES = {
    "facts_worship.csv": ("W", 569),
    "facts_contact_community.csv": ("KC", 129),
    "facts_contact_worship.csv": ("KW", 231),
    "facts_languages.csv": ("L", 127),
    "facts_meetings.csv": ("T", 314),
}
"""The letters of a raw table, and its last line; the header is line 1."""
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
ADDRESS = re.compile(r"[^|]+\|(\d{4}[A-Z]{2})?\|[^|]+")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def taken(path: Path) -> list[Row]:
    return [row for row in read(path) if not row["refuse"].strip()]


def words(cell: str) -> list[str]:
    return cell.split(";") if cell else []


def of(rows: list[Row], field: str) -> list[Row]:
    return [row for row in rows if row["field"] == field]


def is_opening_hours(text: str) -> bool:
    try:
        OpeningHours(text, country="NL", timezone=AMSTERDAM)
    except (SyntaxError, ValueError):
        return False
    return "||" not in text


def happens(rule: str) -> bool:
    try:
        return rrulestr(rule, dtstart=datetime(2026, 1, 1)).after(datetime(2026, 1, 1)) is not None
    except ValueError:
        return False


def test_row_ids_of_all_files_together_are_unique() -> None:
    counts = Counter(row["row"] for path in FILES for row in read(path))
    assert len(FILES) >= 2
    assert [row for row, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", LAST_LINES)
def test_a_file_accounts_for_every_line_of_its_raw_table(name: str) -> None:
    letters, last = LAST_LINES[name]
    rows = read(next(path for path in FILES if path.name == name))
    lines = {int(found[1]) for row in rows if (found := re.fullmatch(rf"{letters}(\d+)[a-z]?", row["row"]))}
    assert lines == set(range(2, last + 1))


def test_evidence_is_of_living_languages_and_never_of_a_name_alone() -> None:
    rows = [row for path in FILES for row in taken(path) if row["field"].startswith("evidence:")]
    assert len(rows) >= 70
    assert {code for row in rows for code in words(row["languages"])} & LITURGICAL_LANGUAGES == set()
    assert [row["row"] for row in rows if not row["languages"] or "name" in row["note"].split()] == []


def test_places_known_to_be_jewish_publish_no_worship_times() -> None:
    rows = [row for path in FILES for row in taken(path)]
    jewish = {row["place"] for row in of(rows, "religion") if row["value"] == "jewish"}
    assert jewish
    worship = [row for row in of(rows, "gathering") if row["value"] in {"service", "prayer"}]
    assert [row["row"] for row in worship if row["place"] in jewish] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestFacts:
    def test_columns_are_those_of_the_readme_and_every_row_has_them_all(self, path: Path) -> None:
        with path.open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        assert header == COLUMNS
        assert [row[0] for row in rows if len(row) != len(COLUMNS)] == []

    def test_refusal_gives_a_reason_and_a_taken_row_a_place_and_a_field(self, path: Path) -> None:
        rows = read(path)
        assert [row["row"] for row in rows if row["refuse"] and not row["refuse"].strip()] == []
        assert [row["row"] for row in taken(path) if not (row["place"] and row["field"])] == []

    def test_fields_are_known(self, path: Path) -> None:
        known = {"opening_hours", "language", *FREE_FIELDS, *VALUES}
        assert {row["field"] for row in taken(path)} <= known
        assert {row["field"] for row in read(path)} <= known | {""}

    def test_values_are_vocabulary_keys(self, path: Path) -> None:
        unknown = defaultdict(set)
        for row in taken(path):
            if row["field"] in VALUES and row["value"] not in VALUES[row["field"]]:
                unknown[row["field"]].add((row["row"], row["value"]))
        assert dict(unknown) == {}

    def test_free_values_are_filled_and_well_formed(self, path: Path) -> None:
        rows = [row for row in taken(path) if row["field"] in FREE_FIELDS]
        assert [row["row"] for row in rows if not row["value"]] == []
        assert [row["row"] for row in of(rows, "address") if not ADDRESS.fullmatch(row["value"])] == []
        for row in of(rows, "position"):
            longitude, latitude = map(float, row["value"].split(","))
            assert 4.4 < longitude < 5.2, row["row"]
            assert 52.2 < latitude < 52.6, row["row"]

    def test_terms_fit_their_field(self, path: Path) -> None:
        wrong = []
        for row in taken(path):
            if row["field"] == "language":
                allowed = {str(level) for level in LanguageLevel}
            elif row["field"] == "first_visit:who_comes":
                allowed = set(AUDIENCES)
            elif row["field"] in ("phone", "website", "email"):
                allowed = {str(reach) for reach in Reach}
            else:
                allowed = set(FACT_TERMS)
            wrong += [(row["row"], term) for term in words(row["terms"]) if term not in allowed]
        assert wrong == []

    def test_languages_are_iso_codes_with_one_level_and_none_is_only_liturgical(self, path: Path) -> None:
        rows = taken(path)
        spoken = of(rows, "language")
        assert [row["row"] for row in spoken if len(words(row["terms"])) != 1] == []
        assert {row["value"] for row in spoken} <= LANGUAGES - LITURGICAL_LANGUAGES
        assert {code for row in rows for code in words(row["languages"])} <= LANGUAGES | LITURGICAL_LANGUAGES

    def test_audiences_are_known(self, path: Path) -> None:
        assert {audience for row in taken(path) for audience in words(row["audience"])} <= set(AUDIENCES)

    def test_opening_hours_parse_and_the_others_keep_the_wording(self, path: Path) -> None:
        hours = of(taken(path), "opening_hours")
        assert [row["row"] for row in hours if not (row["value"] or row["wording"])] == []
        assert [row["row"] for row in hours if row["value"] and not is_opening_hours(row["value"])] == []

    def test_when_parses(self, path: Path) -> None:
        assert [row["row"] for row in taken(path) if row["when"] and not is_opening_hours(row["when"])] == []

    def test_recurrences_happen_and_clock_times_hang_on_them(self, path: Path) -> None:
        rows = taken(path)
        assert [row["row"] for row in rows if row["rrule"] and not happens(row["rrule"])] == []
        timed = [row for row in rows if row["start"] or row["end"]]
        assert [row["row"] for row in timed if not (row["rrule"] and row["start"])] == []
        cells = [(row["row"], row[name]) for row in timed for name in ("start", "end") if row[name]]
        assert [row for row, time in cells if not CLOCK.fullmatch(time)] == []

    def test_gatherings_have_a_title(self, path: Path) -> None:
        assert [row["row"] for row in of(taken(path), "gathering") if not row["wording"]] == []

    def test_dates_are_partial_dates_not_after_the_day_of_collection(self, path: Path) -> None:
        dates = [PartialDate(row["source_date"]) for row in read(path) if row["source_date"]]
        assert dates
        assert max(day.earliest() for day in dates) <= date(2026, 11, 23)
        for row in read(path):
            for day in words(row["except_on"]):
                date.fromisoformat(day)

    def test_sources_are_named(self, path: Path) -> None:
        rows = read(path)
        assert [row["row"] for row in rows if not re.match(r"https?://[^\s/]+", row["source_url"])] == []
        assert [row["row"] for row in rows if not (row["source_title"] and row["source_licence"])] == []
