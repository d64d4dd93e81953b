"""What a text about a place was found to mean: one thing, a question, or nothing that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that a text names. The right point lies within about ``precision_metres`` of ``point``.

    ``certain`` is False for a guess, for one of several, and where a part of the text is not known.
    ``source`` is a key of ``Gazetteer.sources``, or names the service that answered.

    ``number_known`` is False where a house number was asked for and only its street, or where it must lie between
    its neighbours, is known; ``postcode_known`` is False where a postcode of six characters was asked for and only
    its four digits are. ``label`` says all in words of the city; its parts, for a page that says them in another
    language, are ``name`` (street, stop, area), ``number``, ``town``, and ``area`` and ``near`` where they set this
    choice apart from another ("Postjesweg", West, near Mercatorplein).
    """

    label: str
    kind: FoundKind
    point: Point
    precision_metres: int
    certain: bool
    source: str
    number_known: bool = True
    postcode_known: bool = True
    name: str = ""
    number: str = ""
    town: str = ""
    area: str = ""
    near: str = ""


class Question(StrEnum):
    """What has to be asked before a start is settled."""

    WHICH = "which"
    """Several things have exactly this name, or it is too long a street to say where."""
    MEANT = "meant"
    """Nothing has this name; the choices are like it."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """The meaning of a text: ``settled``, or a ``question`` with ``choices`` that differ in their words, or neither.

    A likeness is never settled, not even when it is the only one. What is settled may still be vague: its
    ``precision_metres``, ``number_known`` and ``postcode_known`` say so.
    """

    settled: Found | None = None
    question: Question | None = None
    choices: tuple[Found, ...] = ()

    @property
    def unknown(self) -> bool:
        """Tell whether nothing is known by this text, nor anything like it."""
        return self.settled is None and not self.choices
