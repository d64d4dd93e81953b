"""The numbers of what is known."""

from __future__ import annotations

from datetime import date

from finder.domain.geometry import Point
from finder.usecases.report_data import format_report, report_data
from tests.merging.import_rows import fact, row, run

TODAY = date(2026, 11, 23)


def report():
    well_known = [
        fact(1, "language", "ti", terms=("gathering",), day="2024"),
        fact(2, "opening_hours", "Mo 10:00-12:00", day="2026-05"),
        fact(3, "need:meal", "yes"),
        fact(4, "first_visit:cost", "no"),
        fact(5, "gathering", "coffee", wording="Coffee"),
        fact(6, "status", "uncertain", note="may move"),
        fact(10, "phone", "020 1234567"),
        fact(11, "website", "https://example.org/"),
        fact(12, "email", "info@example.org"),
    ]
    hardly_known = [
        fact(7, "language", "pl", place="P2", terms=("printed",)),
        fact(8, "opening_hours", "Mo 10:00-12:00", place="P2", day="2020-05"),
        fact(9, "first_visit:cost", "unknown", place="P2"),
        fact(13, "phone", "020 7654321", place="P2", terms=("group",)),
    ]
    elsewhere = row(2, point=Point(4.83, 52.35))
    return report_data(run(row(1), elsewhere, *well_known, *hardly_known).places, TODAY)


def test_only_what_is_known_is_counted():
    counted = report().rows["all"]["all"]
    assert dict(counted) == {
        "places": 2,
        "language": 1,
        "hours": 2,
        "hours_trusted": 1,
        "gatherings": 1,
        "first_visit": 1,
        "needs": 1,
        "phone": 1,
        "website": 1,
        "email": 1,
        "not_open": 1,
    }


def test_numbers_are_given_per_kind_and_per_district():
    rows = report().rows
    assert rows["kind"]["community_centre"] == rows["all"]["all"]
    assert {name: count["places"] for name, count in rows["district"].items()} == {
        "Amsterdam: Oost": 1,
        "Amsterdam: no district": 1,
    }


def test_ages_count_each_fact_once_and_the_text_holds_every_number():
    ages = report().ages
    assert (ages["2020"], ages["2024"]) == (1, 1)
    assert ages["undated"] == 10
    text = format_report(report())
    assert "undated" in text
    assert text.count("hours_trusted") == 3
    assert format_report(report_data([], TODAY))
