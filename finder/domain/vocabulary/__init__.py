"""The words that facts are made of, each with its OpenStreetMap tags and, where one fits, its HSDS term.

Words for readers are in ``finder/i18n``: translating these vocabularies translates every place.
"""

from finder.domain.vocabulary.denominations import DENOMINATIONS, Denomination
from finder.domain.vocabulary.languages import LANGUAGE_CODES
from finder.domain.vocabulary.terms import (
    KIND_TERMS,
    NEED_TERMS,
    WORSHIP_KINDS,
    Answer,
    LanguageLevel,
    Need,
    PlaceKind,
    Question,
    Reach,
    Religion,
    Sensitivity,
    Status,
    Term,
)
from finder.domain.vocabulary.words import (
    ACTIVITIES,
    AUDIENCES,
    COMMUNITIES,
    FACT_TERMS,
    GATHERING_KINDS,
    LITURGICAL_LANGUAGES,
    NETWORKS,
    POSITION_BASES,
    RELIGION_BASES,
)

__all__ = [
    "ACTIVITIES",
    "AUDIENCES",
    "COMMUNITIES",
    "DENOMINATIONS",
    "FACT_TERMS",
    "GATHERING_KINDS",
    "KIND_TERMS",
    "LANGUAGE_CODES",
    "LITURGICAL_LANGUAGES",
    "NEED_TERMS",
    "NETWORKS",
    "POSITION_BASES",
    "RELIGION_BASES",
    "WORSHIP_KINDS",
    "Answer",
    "Denomination",
    "LanguageLevel",
    "Need",
    "PlaceKind",
    "Question",
    "Reach",
    "Religion",
    "Sensitivity",
    "Status",
    "Term",
]
