"""What one fact row says, read: a type of its own for each sort of fact, so that nothing is read twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from finder.domain.evidence import Evidence
from finder.domain.geometry import Point
from finder.domain.place import Address, Gathering, OpeningHours, SpokenLanguage
from finder.domain.sourced import Source
from finder.domain.vocabulary import Answer, Need, PlaceKind, Question, Reach, Religion, Status
from finder.merging.candidate import Claim

ContactField = Literal["phone", "website", "email"]
TextField = Literal["name", "also_called", "operator", "phone", "website", "email"]
KeyField = Literal["denomination", "community", "activity"]


@dataclass(frozen=True, slots=True)
class _OfRow:
    row: Claim

    @property
    def source(self) -> Source:
        """Who says it."""
        return self.row.source


@dataclass(frozen=True, slots=True)
class HoursClaim(_OfRow):
    """When a place is open for everyone."""

    hours: OpeningHours


@dataclass(frozen=True, slots=True)
class LanguageClaim(_OfRow):
    """A language that is spoken there."""

    spoken: SpokenLanguage


@dataclass(frozen=True, slots=True)
class GatheringClaim(_OfRow):
    """Something that recurs; its id is not issued yet."""

    gathering: Gathering


@dataclass(frozen=True, slots=True)
class AnswerClaim(_OfRow):
    """The answer to a practical question or one of a first visit."""

    about: Need | Question
    answer: Answer
    terms: tuple[str, ...]
    when: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceClaim(_OfRow):
    """What makes a language likely without saying it."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TextClaim(_OfRow):
    """A name, a number, a web address: text that is one of a kind.

    ``reach`` says whom one reaches where that is not the place itself.
    """

    field: TextField
    text: str
    reach: Reach | None = None


@dataclass(frozen=True, slots=True)
class KeyClaim(_OfRow):
    """A word of a vocabulary of which a place may have several."""

    field: KeyField
    key: str


@dataclass(frozen=True, slots=True)
class KindClaim(_OfRow):
    """What sort of place it is."""

    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class ReligionClaim(_OfRow):
    """Whose house it is."""

    religion: Religion


@dataclass(frozen=True, slots=True)
class StatusClaim(_OfRow):
    """Whether it is still there, and the few words about that (empty: none)."""

    status: Status
    note: str


@dataclass(frozen=True, slots=True)
class AddressClaim(_OfRow):
    """Where it is, in words."""

    address: Address


@dataclass(frozen=True, slots=True)
class PositionClaim(_OfRow):
    """Where it is, and what the point is that of: a word of POSITION_BASES."""

    point: Point
    basis: str


ParsedClaim = (
    HoursClaim
    | LanguageClaim
    | GatheringClaim
    | AnswerClaim
    | EvidenceClaim
    | TextClaim
    | KeyClaim
    | KindClaim
    | ReligionClaim
    | StatusClaim
    | AddressClaim
    | PositionClaim
)
