"""What a place is, offers and answers: closed vocabularies and their terms in OSM and HSDS."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """Three-valued: nobody may read "unknown" as "no"."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class PlaceKind(StrEnum):
    """What sort of place it is."""

    DROP_IN = "drop_in"
    COMMUNITY_CENTRE = "community_centre"
    MOSQUE = "mosque"
    CHURCH = "church"
    SYNAGOGUE = "synagogue"
    HINDU_TEMPLE = "hindu_temple"
    BUDDHIST_TEMPLE = "buddhist_temple"
    GURDWARA = "gurdwara"
    OTHER_WORSHIP = "other_worship"
    COMMUNITY_GROUP = "community_group"
    LIBRARY = "library"


class Religion(StrEnum):
    """OSM ``religion`` values; NONE is a place of no religion, which is known, not unknown."""

    BAHAI = "bahai"
    BUDDHIST = "buddhist"
    CHRISTIAN = "christian"
    HINDU = "hindu"
    JEWISH = "jewish"
    MUSLIM = "muslim"
    SIKH = "sikh"
    MULTIFAITH = "multifaith"
    OTHER = "other"
    NONE = "none"


class Need(StrEnum):
    """Practical things somebody may look for; each is answered yes, no or unknown."""

    FREE = "free"
    NO_ID = "no_id"
    NO_REGISTRATION = "no_registration"
    WOMEN_ONLY = "women_only"
    CHILDREN = "children"
    DOGS = "dogs"
    WHEELCHAIR = "wheelchair"
    SHOWER = "shower"
    MEAL = "meal"
    WIFI = "wifi"
    COMPUTER = "computer"
    VIDEO_CALL = "video_call"
    INTERPRETER = "interpreter"
    TOILET = "toilet"
    CLOTHES = "clothes"
    CHARGING = "charging"


class LanguageLevel(StrEnum):
    """How a language is present at a place."""

    STAFF = "staff"
    """Staff or volunteers speak it."""
    GATHERING = "gathering"
    """A service or meeting is held in it."""
    SOME_VISITORS = "some_visitors"
    INTERPRETER = "interpreter"
    PRACTISED = "practised"
    """It is taught or practised there, as Dutch in a language café."""
    PRINTED = "printed"
    """Only something written; nobody is known to speak it."""


class Question(StrEnum):
    """The fixed questions of a first visit (product.md P2)."""

    WALK_IN = "walk_in"
    ID_OR_REGISTRATION = "id_or_registration"
    COST = "cost"
    WHO_COMES = "who_comes"
    MY_LANGUAGE = "my_language"
    WHAT_HAPPENS = "what_happens"
    MUST_BELIEVE = "must_believe"
    BRING = "bring"
    FULL_OR_CALM = "full_or_calm"
    FACILITIES = "facilities"
    STEP_FREE = "step_free"
    WHOM_TO_ASK = "whom_to_ask"


class Status(StrEnum):
    """Whether the place still exists where it is said to be."""

    OPEN = "open"
    CLOSED = "closed"
    MOVED = "moved"
    UNCERTAIN = "uncertain"

    @property
    def gone(self) -> bool:
        """Tell whether nobody should go there any more: such a place is never a hit."""
        return self in (Status.CLOSED, Status.MOVED)


class Sensitivity(StrEnum):
    """Who may know where a place is (product.md C6)."""

    OPEN = "open"
    ON_REQUEST = "on_request"
    """The address is told by phone, to whom the place trusts."""
    NEVER = "never"


class Reach(StrEnum):
    """Whom one reaches by a number or an address that is not the place's own."""

    OFFICE = "office"
    """The office of who runs it."""
    GROUP = "group"
    """A group that meets there: it can tell of its meeting, not of the house."""


WORSHIP_KINDS = frozenset(
    {
        PlaceKind.MOSQUE,
        PlaceKind.CHURCH,
        PlaceKind.SYNAGOGUE,
        PlaceKind.HINDU_TEMPLE,
        PlaceKind.BUDDHIST_TEMPLE,
        PlaceKind.GURDWARA,
        PlaceKind.OTHER_WORSHIP,
    }
)


@dataclass(frozen=True, slots=True)
class Term:
    """One word's OSM tags (``key=value``, several joined by ``;``) and its HSDS taxonomy term, if any."""

    osm: str
    hsds: str | None = None


KIND_TERMS: dict[PlaceKind, Term] = {
    PlaceKind.DROP_IN: Term("amenity=social_facility;social_facility=day_care", "day-centre"),
    PlaceKind.COMMUNITY_CENTRE: Term("amenity=community_centre", "community-centre"),
    PlaceKind.MOSQUE: Term("amenity=place_of_worship;religion=muslim", "place-of-worship"),
    PlaceKind.CHURCH: Term("amenity=place_of_worship;religion=christian", "place-of-worship"),
    PlaceKind.SYNAGOGUE: Term("amenity=place_of_worship;religion=jewish", "place-of-worship"),
    PlaceKind.HINDU_TEMPLE: Term("amenity=place_of_worship;religion=hindu", "place-of-worship"),
    PlaceKind.BUDDHIST_TEMPLE: Term("amenity=place_of_worship;religion=buddhist", "place-of-worship"),
    PlaceKind.GURDWARA: Term("amenity=place_of_worship;religion=sikh", "place-of-worship"),
    PlaceKind.OTHER_WORSHIP: Term("amenity=place_of_worship", "place-of-worship"),
    PlaceKind.COMMUNITY_GROUP: Term("club=*", "community-group"),
    PlaceKind.LIBRARY: Term("amenity=library", "library"),
}

NEED_TERMS: dict[Need, Term] = {
    Need.FREE: Term("fee=no", "cost_option"),
    Need.NO_ID: Term("", "required_document"),
    Need.NO_REGISTRATION: Term("", "application_process"),
    Need.WOMEN_ONLY: Term("female=yes;male=no", "eligibility_description"),
    Need.CHILDREN: Term("kids_area=yes", None),
    Need.DOGS: Term("dog=yes", None),
    Need.WHEELCHAIR: Term("wheelchair=yes", "accessibility"),
    Need.SHOWER: Term("shower=yes", None),
    Need.MEAL: Term("social_facility=soup_kitchen", None),
    Need.WIFI: Term("internet_access=wlan", None),
    Need.COMPUTER: Term("internet_access=terminal", None),
    Need.VIDEO_CALL: Term("", None),
    Need.INTERPRETER: Term("", "interpretation_services"),
    Need.TOILET: Term("toilets=yes", None),
    Need.CLOTHES: Term("second_hand=yes", None),
    Need.CHARGING: Term("device_charging_station=yes", None),
}
