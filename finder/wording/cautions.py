"""What to beware of before going to a place: it closed, moved, may be gone, or its source is a weak one."""

from __future__ import annotations

from collections.abc import Mapping

from finder.domain.place import Place
from finder.domain.vocabulary import Status
from finder.i18n.phrases import N_, Sayable
from finder.wording.advice import advised, with_advice

_GONE: Mapping[Status, str] = {
    Status.CLOSED: N_("Deze plek is dicht en gaat niet meer open."),
    Status.MOVED: N_("Deze plek is verhuisd. Ga niet naar dit adres."),
}
_UNCERTAIN = N_("Een bron twijfelt of deze plek er nog is.")
_ON_REQUEST = N_("Het adres staat hier niet. Bel eerst: dan hoor je het.")
_UNVERIFIED = N_("Deze plek komt uit een oude of onzekere bron.")


def cautions(place: Place) -> tuple[Sayable, ...]:
    """Return why not to go there, or what to do first; nothing for a place without doubt."""
    said: list[Sayable] = [_GONE[place.status]] if place.status in _GONE else []
    if place.status is Status.UNCERTAIN:
        said.append(with_advice(_UNCERTAIN, place))
    if place.hides:
        said.append(_ON_REQUEST)
    return (*said, with_advice(_UNVERIFIED, place)) if place.unverified else tuple(said)


def short_caution(place: Place) -> Sayable | None:
    """Return in a few words, for a list of hits, that the address is kept back or the only source weak; else None."""
    if place.hides:
        return N_("Adres alleen via de telefoon.")
    return advised(N_("Oude of onzekere bron: %(advice)s."), place) if place.unverified else None
