"""What do the places hold? Numbers of what is known, in all, per kind and per district, and how old it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finder.domain.opening_hours import Trust, trust_of
from finder.domain.place import Place
from finder.domain.sourced import Source
from finder.domain.vocabulary import Answer, LanguageLevel

COLUMNS = (
    "places",
    "language",
    "religion",
    "hours",
    "hours_trusted",
    "gatherings",
    "first_visit",
    "needs",
    "phone",
    "website",
    "email",
    "unverified",
    "not_open",
)
"""A language that is only printed does not count, nor a phone number that only a group that meets there answers;
``not_open``: closed, moved or uncertain."""


@dataclass(frozen=True, slots=True)
class DataReport:
    """``rows``: group -> name of the group -> column of COLUMNS -> number. ``ages``: year or ``undated`` -> facts."""

    rows: dict[str, dict[str, Counter[str]]]
    ages: Counter[str]


def report_data(places: Iterable[Place], today: date) -> DataReport:
    """Count what is known of the places; ``today`` decides which opening hours can be trusted."""
    rows: dict[str, dict[str, Counter[str]]] = {"all": {}, "kind": {}, "district": {}}
    ages: Counter[str] = Counter()
    for place in places:
        known = Counter(["places", *_known(place, today)])
        district = f"{place.municipality}: {place.location.district or 'no district'}"
        for group, name in (("all", "all"), ("kind", str(place.kind)), ("district", district)):
            rows[group].setdefault(name, Counter()).update(known)
        ages.update(_age(source) for source in _sources_of_facts(place))
    return DataReport({group: dict(sorted(names.items())) for group, names in rows.items()}, ages)


def _known(place: Place, today: date) -> Iterable[str]:
    if any(spoken.level is not LanguageLevel.PRINTED for spoken in place.languages):
        yield "language"
    if place.religion is not None:
        yield "religion"
    if place.hours:
        yield "hours"
        if trust_of(place.offer.hours, today) is Trust.CURRENT:
            yield "hours_trusted"
    if place.gatherings:
        yield "gatherings"
    if any(said.value.answer is not Answer.UNKNOWN for said in place.offer.first_visit.values()):
        yield "first_visit"
    if any(said.value.answer is not Answer.UNKNOWN for said in place.offer.needs.values()):
        yield "needs"
    if place.callable:
        yield "phone"
    if place.website:
        yield "website"
    if place.email:
        yield "email"
    if place.unverified:
        yield "unverified"
    if place.status != "open":
        yield "not_open"


def _sources_of_facts(place: Place) -> Iterable[Source]:
    """The source of each fact, once for each fact it is the source of."""
    for said in place.facts():
        yield from said.sources


def _age(source: Source) -> str:
    return source.stated_on.text[:4] if source.stated_on else "undated"


def format_report(report: DataReport) -> str:
    """Write the report as a plain text table."""
    width = max((len(name) for names in report.rows.values() for name in names), default=len("district")) + 2
    lines = []
    for group, names in report.rows.items():
        lines.append(f"{group:{width}}" + "".join(f"{column:>14}" for column in COLUMNS))
        for name, count in names.items():
            lines.append(f"{name:{width}}" + "".join(f"{count[column]:14d}" for column in COLUMNS))
        lines.append("")
    facts = sum(report.ages.values())
    lines.append(f"age of the information ({facts} facts, by the year of their source)")
    lines += [f"{year:{width}}{count:14d}{100 * count / facts:13.1f} %" for year, count in sorted(report.ages.items())]
    return "\n".join(lines)
