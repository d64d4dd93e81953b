"""What somebody who means well sends: values that a field or key offers."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random

from bench.forms import WHERES
from finder.domain.clock import dutch_day, utc_now
from finder.domain.filters import FILTERS
from finder.domain.vocabulary import GATHERING_KINDS
from finder.i18n.locales import LOCALES
from fuzz import site
from fuzz.hostile import hostile, mutated

_POSITION = "4.9041,52.3676"
_PLAIN: dict[str, tuple[str, ...]] = {
    "where": WHERES,
    "meant": ("", "Dappermarkt", "1012"),
    "position": ("", _POSITION, "4.6462,52.3874"),
    "near": ("", _POSITION, "4.6462,52.3874"),
    "within": ("", "500", "2000", "5000", "50000"),
    "part": ("", "morning", "afternoon", "evening"),
    "certain": ("1", ""),
    "shown": ("20", "40", "100"),
    "go": ("1",),
    "loosen": (*FILTERS, "within:5000"),
    "what": tuple(map(str, GATHERING_KINDS)),
    "bbox": ("4.85,52.35,4.95,52.40", "4.5,52.2,5.1,52.5"),
    "openAt": ("2026-11-25T10:00:00+01:00", "2027-03-28T02:30:00Z"),
    "unknown": ("include", "exclude"),
    "limit": ("1", "20", "100"),
    "offset": ("0", "20", "600"),
}
_DAYS = ("when", "day", "other_day")
_CODES = ("code", "without", "also")


@cache
def _today() -> date:
    return dutch_day(utc_now())


def offered(draw: Random, key: str) -> str:
    """Draw a value that a field or key offers; for one of which nothing is known here, a 1."""
    if key in site.vocabularies():
        return str(draw.choice(site.vocabularies()[key]))
    if key in _CODES:
        return draw.choice(site.codes())
    day = str(_today() + timedelta(days=draw.randint(0, 14)))
    if key in _DAYS:
        return draw.choice((day, day, "now" if key == "when" else "other", ""))
    if key == "more":
        return f"{day}:{draw.choice((50, 100))}"
    return draw.choice(_PLAIN.get(key, ("1",)))


def value(draw: Random, key: str, *, meant: float = 0.6) -> bytes:
    """Draw a value for a field: one that it offers in ``meant`` of all cases, else a changed one or something else."""
    good = offered(draw, key).encode()
    luck = draw.random()
    if luck < meant:
        return good
    return mutated(draw, good) if luck < meant + (1 - meant) / 3 else hostile(draw, good)


def locales(draw: Random) -> str:
    """Draw the one or two languages that a page is asked in."""
    first, second = draw.sample(list(LOCALES), 2)
    return first if draw.random() < 0.5 else f"{first}+{second}"
