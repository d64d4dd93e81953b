"""What the rows of one place say about who may know where it is, and what is taken out where nobody may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from finder.domain.geometry import Point
from finder.domain.place import Contact, Place
from finder.domain.sensitive import NEIGHBOURHOOD, leads_to_the_door, why_sensitive
from finder.domain.vocabulary import Sensitivity
from finder.merging.claims import TextClaim
from finder.merging.grouping import Group

_STRICTEST_FIRST = (Sensitivity.NEVER, Sensitivity.ON_REQUEST, Sensitivity.OPEN)


def sensitivity_of(group: Group) -> Sensitivity | None:
    """Return the strictest that a row says; None when none says anything."""
    said = {row.sensitivity for row in group.rows}
    return next((one for one in _STRICTEST_FIRST if one in said), None)


def why_kept_back(group: Group) -> str | None:
    """Return why these rows make no place that may be published; None when they may.

    What one source says is enough, whoever leaves it out. Only a row that says ``open`` by hand, with a note of who
    looked, lifts what a name or a tag says.
    """
    sensitivity = sensitivity_of(group)
    if sensitivity is Sensitivity.NEVER:
        return "sensitivity: this place is never published"
    if sensitivity is Sensitivity.ON_REQUEST:
        return _why_not_on_request(group)
    if sensitivity is Sensitivity.OPEN:
        unsigned = any(row.sensitivity and not row.note for row in group.rows)
        return "sensitivity: open needs a note that says who looked" if unsigned else None
    for row in group.rows:
        if why := why_sensitive((row.name, row.subtype), row.tags):
            return f"{row.row} {why}"
    for claim in _names(group):
        if why := why_sensitive((claim.text,)):
            return f"{claim.row.origin.row} {why}"
    return None


def _why_not_on_request(group: Group) -> str | None:
    if any(leads_to_the_door(said.source) for said in (*group.rows, *group.claims)):
        return "sensitivity: a source is the page of one object on a map, which leads to the address"
    return None if _has_phone(group) else "sensitivity: without a phone number nobody can ask for the address"


def _names(group: Group) -> Iterable[TextClaim]:
    texts = (claim for claim in group.claims if isinstance(claim, TextClaim))
    return (claim for claim in texts if claim.field in ("name", "also_called"))


def _has_phone(group: Group) -> bool:
    claimed = any(isinstance(claim, TextClaim) and claim.field == "phone" for claim in group.claims)
    return claimed or any(row.phone for row in group.rows)


def without_address(place: Place, middle: Point) -> Place:
    """Return the place as it may be published when its address is kept back: its neighbourhood and its phone.

    ``middle`` is a point of that neighbourhood, the same for every place in it.
    """
    point = place.location.point.having(lambda _: middle)
    return replace(
        place,
        identity=replace(place.identity, identifiers={}),
        location=replace(place.location, point=point, basis=NEIGHBOURHOOD, address=None),
        contact=Contact(phone=place.contact.phone),
    )
