"""Where somebody starts, in words, and what is asked as long as that is not settled."""

from __future__ import annotations

from collections.abc import Sequence

from finder.domain.band import is_rough
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.starting_point import StartingPoint
from finder.i18n.phrases import N_, Distance, Listing, Phrase, Sayable, Verbatim
from finder.search.names import NamedPlace

HERE = N_("Waar ik nu ben (ongeveer)")
DOT = N_("De stip op de kaart")
NOT_KNOWN = N_("Dit kennen we niet. Probeer een postcode of een buurt.")
CHOOSE_FIRST = N_("Kies eerst welke plek je bedoelt.")
_STOPS = {
    FoundKind.TRAIN: N_("Station %(name)s"),
    FoundKind.METRO: N_("Metro %(name)s"),
    FoundKind.TRAM: N_("Halte %(name)s"),
    FoundKind.FERRY: N_("Pont %(name)s"),
}
_AREAS = {FoundKind.TOWN: N_("Plaats"), FoundKind.DISTRICT: N_("Wijk"), FoundKind.NEIGHBOURHOOD: N_("Buurt")}


def found_phrase(found: Found) -> Sayable:
    """Return what was found, with how far off it may be when that matters for a walk."""
    if not is_rough(found.precision_metres):
        return Verbatim(found.label)
    said = N_("%(name)s (ongeveer, %(distance)s)")
    return Phrase(said, {"name": Verbatim(found.label), "distance": Distance(found.precision_metres)})


def starting_point_phrase(start: StartingPoint) -> Sayable | None:
    """Return the start in words, None when there is none."""
    if start.point is None:
        return None
    if start.dot:
        return DOT
    return found_phrase(start.found) if start.found else HERE


def doubts_of(start: StartingPoint) -> tuple[Sayable, ...]:
    """Return what is not known of a start, and what follows from it for every distance; nothing of an exact one."""
    found = start.found
    if found is None:
        return ()
    said = (
        (not found.number_known, N_("We weten het huisnummer niet.")),
        (not found.postcode_known, N_("Van deze postcode kennen we alleen de cijfers.")),
        (is_rough(start.doubt), N_("We weten niet precies waar dit is. Daarom zeggen we ongeveer hoe ver.")),
    )
    return tuple(words for holds, words in said if holds)


def choice_phrase(choice: Found) -> Sayable:
    """Return what sets a choice apart from the others, its kind and surroundings in the reader's own words."""
    if not choice.name:
        return Verbatim(choice.label)
    called = Verbatim(" ".join(filter(None, (choice.name, choice.number))))
    stop, kind = _STOPS.get(choice.kind), _AREAS.get(choice.kind)
    is_named_so = choice.name.startswith("Station")
    parts: list[Sayable] = [Phrase(stop, {"name": called}) if stop and not is_named_so else called]
    if kind:
        parts.append(kind)
    if place := choice.area or (choice.town if choice.town != choice.name or stop else ""):
        parts.append(Verbatim(place))
    if choice.near:
        parts.append(Phrase(N_("bij %(place)s"), {"place": Verbatim(choice.near)}))
    return Listing(tuple(parts))


def question_phrase(asked: Lookup, named: Sequence[NamedPlace] = ()) -> Sayable:
    """Return what is asked as long as a start is not settled; ``named`` are places that may be meant."""
    if asked.question is Question.WHICH:
        return N_("Welke bedoel je?")
    count = len(asked.choices) + len(named)
    if not count:
        return N_("Waar is dat?")
    return N_("Bedoel je dit?") if count == 1 else N_("Bedoel je één van deze?")


def typed_phrase(asked: Lookup, where: str, named: Sequence[NamedPlace] = ()) -> Sayable:
    """Return what was typed, and whether it is known."""
    words = {"words": Verbatim(where)}
    if asked.question is Question.WHICH:
        return Phrase(N_("Er is meer dan één: %(words)s"), words)
    if any(each.likeness == 1 for each in named):
        return Phrase(N_("Je typte: %(words)s"), words)
    return Phrase(N_("Dit kennen we niet: %(words)s"), words)


def named_heading(named: Sequence[NamedPlace]) -> Sayable:
    """Return what stands above places that may be meant: that they are called so, or else nearly so."""
    if any(each.likeness == 1 for each in named):
        return N_("Een plek die zo heet")
    return N_("Een plek met een naam die hierop lijkt")
