"""What is said about a place, bare: an address, an answer, a language, hours, a gathering."""

from __future__ import annotations

from datetime import date

from finder.domain.record import record
from finder.domain.vocabulary import Answer, LanguageLevel


@record
class Address:
    """A Dutch address; parts that no source gives are empty."""

    street: str = ""
    house_number: str = ""
    postcode: str = ""
    city: str = ""

    @property
    def street_line(self) -> str:
        """Street and number, as on an envelope."""
        return f"{self.street} {self.house_number}".strip()


NO_ADDRESS = Address()


@record
class Fact:
    """A three-valued answer with the source's few words about it and when it holds (opening_hours syntax)."""

    answer: Answer
    terms: tuple[str, ...] = ()
    when: str | None = None
    note: str | None = None


UNKNOWN_FACT = Fact(Answer.UNKNOWN)


@record
class SpokenLanguage:
    """A language present at a place; ``when`` (opening_hours syntax) if it is only then."""

    code: str
    level: LanguageLevel
    when: str | None = None
    note: str | None = None


@record
class OpeningHours:
    """When a place is open for everyone: an OSM opening_hours string, or only the source's own words."""

    osm: str | None
    wording: str | None = None


@record
class Gathering:
    """A meeting that recurs: RFC 5545 recurrence in the time of the Netherlands, or only the source's words.

    ``id`` is issued once and stays when title, day or hour are mended (see ``domain/code_register.py``).
    ``start`` and ``end`` are ``HH:MM``; ``except_on`` and ``not_during`` say when it does not take place.
    ``first_on`` is a day on which it was held, from which "every other week" counts.
    """

    id: str
    kind: str
    title: str
    rrule: str | None = None
    start: str | None = None
    end: str | None = None
    wording: str | None = None
    languages: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    except_on: tuple[date, ...] = ()
    not_during: str | None = None
    first_on: date | None = None
