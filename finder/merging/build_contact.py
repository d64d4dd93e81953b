"""From what rows and claims say about reaching a place to how it is reached, and whom one reaches."""

from __future__ import annotations

import re
from typing import NamedTuple, get_args

from finder.domain.place import Contact
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import PlaceKind, Reach
from finder.merging.candidate import Candidate
from finder.merging.claims import ContactField
from finder.merging.gather import POLLING_PLACE, Gathered
from finder.merging.resolve import Stated

_OWN, _OTHERWISE_JUDGED, _OFFICE, _GROUP = 3, 2, 1, 0
"""How strongly a number is believed to lead to the place: more than how new it is."""
_STRENGTH = {None: _OWN, Reach.OFFICE: _OFFICE, Reach.GROUP: _GROUP}


class _Way(NamedTuple):
    text: str
    reach: Reach | None


def build_contact(gathered: Gathered) -> Contact:
    """Return how the place is reached: by its own number, else that of its office, else that of who meets there."""
    found = {field: best for field in get_args(ContactField) if (best := _best(gathered, field))}
    ways: dict[str, Sourced[str]] = {field: said.having(lambda way: way.text) for field, said in found.items()}
    reaches = {field: said.value.reach for field, said in found.items() if said.value.reach}
    return Contact(ways.get("phone"), ways.get("website"), ways.get("email"), reaches)


def _best(gathered: Gathered, field: ContactField) -> Sourced[_Way] | None:
    said = [
        Stated(_Way(text, _reach_of(gathered, row)), row.source, _strength_of(gathered, row))
        for row in gathered.rows
        if row.subtype != POLLING_PLACE and (text := getattr(row, field))
    ]
    rows = {row.row: row for row in gathered.rows}
    for claim in gathered.texts(field):
        reach = claim.reach or _reach_of(gathered, rows[claim.row.place])
        said.append(Stated(_Way(claim.text, reach), claim.source, _STRENGTH[reach], claim.row))
    best = gathered.ledger.choose(said, lambda a, b: essence(a.text) == essence(b.text))
    return best.sourced if best else None


def _reach_of(gathered: Gathered, row: Candidate) -> Reach | None:
    """A group's row that was put to a house is about who meets there; any other is the house, of another kind."""
    is_guest = row.kind is PlaceKind.COMMUNITY_GROUP and row not in gathered.like_main
    return Reach.GROUP if is_guest else None


def _strength_of(gathered: Gathered, row: Candidate) -> int:
    if row in gathered.like_main:
        return _OWN
    return _GROUP if _reach_of(gathered, row) else _OTHERWISE_JUDGED


def essence(text: str) -> str:
    """Return what makes two ways to write a site, a phone number or a name the same."""
    if re.fullmatch(r"[+\d\s()-]+", text):
        return re.sub(r"\D", "", text)[-9:]
    return re.sub(r"^https?://(www\.)?|/$", "", text.casefold())
