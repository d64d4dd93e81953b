"""The words that facts are made of, each with its OpenStreetMap tags and, where one fits, its HSDS term.

Words for readers are in ``finder/i18n``: translating these vocabularies translates every place.
"""

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


@dataclass(frozen=True, slots=True)
class Denomination:
    """A current within a religion; ``broader`` names its family, which a place of it also carries."""

    religion: Religion
    osm: str
    broader: str | None = None


def _christian(osm: str, broader: str | None = None) -> Denomination:
    return Denomination(Religion.CHRISTIAN, osm, broader)


DENOMINATIONS: dict[str, Denomination] = {
    "adventist": _christian("seventh_day_adventist"),
    "anglican": _christian("anglican"),
    "apostolic": _christian("apostolic"),
    "restored_apostolic": _christian("restored_apostolic", "apostolic"),
    "baptist": _christian("baptist"),
    "ecumenical": _christian("ecumenical"),
    "evangelical": _christian("evangelical"),
    "jehovahs_witness": _christian("jehovahs_witness"),
    "latter_day_saints": _christian("mormon"),
    "old_catholic": _christian("old_catholic"),
    "orthodox": _christian("orthodox"),
    "armenian_apostolic": _christian("armenian_apostolic", "orthodox"),
    "coptic_orthodox": _christian("coptic_orthodox", "orthodox"),
    "eritrean_orthodox": _christian("eritrean_orthodox", "orthodox"),
    "ethiopian_orthodox": _christian("ethiopian_orthodox_tewahedo", "orthodox"),
    "greek_orthodox": _christian("greek_orthodox", "orthodox"),
    "romanian_orthodox": _christian("romanian_orthodox", "orthodox"),
    "russian_orthodox": _christian("russian_orthodox", "orthodox"),
    "serbian_orthodox": _christian("serbian_orthodox", "orthodox"),
    "syriac_orthodox": _christian("syriac_orthodox", "orthodox"),
    "pentecostal": _christian("pentecostal"),
    "protestant": _christian("protestant"),
    "lutheran": _christian("lutheran", "protestant"),
    "mennonite": _christian("mennonite", "protestant"),
    "methodist": _christian("methodist", "protestant"),
    "moravian": _christian("moravian", "protestant"),
    "presbyterian": _christian("presbyterian", "protestant"),
    "reformed": _christian("reformed", "protestant"),
    "remonstrant": _christian("remonstrant", "protestant"),
    "quaker": _christian("quaker"),
    "roman_catholic": _christian("roman_catholic"),
    "salvation_army": _christian("salvation_army"),
    "ahmadiyya": Denomination(Religion.MUSLIM, "ahmadiyya"),
    "alevi": Denomination(Religion.MUSLIM, "alevi"),
    "shia": Denomination(Religion.MUSLIM, "shia"),
    "sufi": Denomination(Religion.MUSLIM, "sufi"),
    "sunni": Denomination(Religion.MUSLIM, "sunni"),
    "ashkenazi": Denomination(Religion.JEWISH, "ashkenazi"),
    "conservative_jewish": Denomination(Religion.JEWISH, "conservative"),
    "liberal_jewish": Denomination(Religion.JEWISH, "liberal"),
    "orthodox_jewish": Denomination(Religion.JEWISH, "orthodox"),
    "sephardic": Denomination(Religion.JEWISH, "sephardi"),
    "sanatan_dharma": Denomination(Religion.HINDU, "sanatan_dharma"),
    "arya_samaj": Denomination(Religion.HINDU, "arya_samaj"),
    "hare_krishna": Denomination(Religion.HINDU, "gaudiya_vaishnava"),
    "mahayana": Denomination(Religion.BUDDHIST, "mahayana"),
    "theravada": Denomination(Religion.BUDDHIST, "theravada"),
    "tibetan": Denomination(Religion.BUDDHIST, "tibetan"),
    "zen": Denomination(Religion.BUDDHIST, "zen", "mahayana"),
}

COMMUNITIES: tuple[str, ...] = (
    "afghan",
    "african",
    "antillean",
    "armenian",
    "brazilian",
    "bulgarian",
    "cape_verdean",
    "chinese",
    "eastern_european",
    "egyptian",
    "english_speaking",
    "eritrean",
    "ethiopian",
    "eu_citizens",
    "filipino",
    "french_speaking",
    "german_speaking",
    "ghanaian",
    "greek",
    "hindustani",
    "hungarian",
    "indonesian",
    "international",
    "iranian",
    "iraqi",
    "italian",
    "japanese",
    "korean",
    "latin_american",
    "lgbtq",
    "malaysian",
    "mixed",
    "moluccan",
    "moroccan",
    "newcomers",
    "nigerian",
    "pakistani",
    "polish",
    "portuguese",
    "portuguese_speaking",
    "romanian",
    "russian",
    "scottish",
    "sierra_leonean",
    "somali",
    "spanish_speaking",
    "surinamese",
    "syriac",
    "syrian",
    "taiwanese",
    "thai",
    "turkish",
    "ugandan",
    "ukrainian",
    "undocumented",
    "women",
)

GATHERING_KINDS: tuple[str, ...] = (
    "service",
    "prayer",
    "scripture_study",
    "meal",
    "coffee",
    "walk_in",
    "language_lesson",
    "language_cafe",
    "repair_cafe",
    "women",
    "men",
    "children",
    "young_people",
    "older_people",
    "sport",
    "music",
    "dance",
    "creative",
    "film",
    "reading",
    "computer_lesson",
    "course",
    "cooking",
    "advice",
    "medical_advice",
    "support_group",
    "market",
    "celebration",
    "other",
)

AUDIENCES: tuple[str, ...] = (
    "everyone",
    "neighbours",
    "women",
    "men",
    "parents",
    "children",
    "young_people",
    "older_people",
    "homeless_people",
    "newcomers",
    "refugees",
    "undocumented_people",
    "eu_citizens",
    "low_income",
    "people_in_debt",
    "drug_users",
    "sex_workers",
    "lgbtq",
    "with_and_without_papers",
    "food_bank_guests",
    "members",
    "people_in_crisis",
    "people_with_problems",
    "vulnerable_people",
    "spanish_speakers",
)

ACTIVITIES: tuple[str, ...] = (
    "art",
    "billiards",
    "bread",
    "computer",
    "cooking",
    "crafts",
    "cycling",
    "dance",
    "eating_together",
    "film",
    "football",
    "games",
    "gardening",
    "language",
    "listening_ear",
    "music",
    "poetry",
    "prayer",
    "quiet",
    "reading",
    "repair",
    "sewing",
    "sport",
    "talks",
    "theatre",
    "volunteering",
    "walking",
    "work",
    "writing",
)

FACT_TERMS: tuple[str, ...] = (
    "coffee_free",
    "coffee",
    "coffee_and_tea_free",
    "bread_free",
    "lunch_free",
    "meal_free",
    "meal_small_price",
    "free_for_low_income",
    "activities_free",
    "everything_free",
    "sliding_scale",
    "small_price",
    "donation",
    "hot_meal",
    "evening_meal",
    "three_courses",
    "vegan_meal",
    "soup",
    "lunch",
    "breakfast",
    "soup_and_bread",
    "snacks",
    "take_away",
    "saved_food",
    "vegetarian_meal",
    "once_a_month",
    "meal_after_service",
    "coffee_after_service",
    "second_hand_shop",
    "clothes_exchange",
    "clothing_shop",
    "clothes_free",
    "free_goods",
    "reserve_by_phone",
    "name_on_list_at_door",
    "first_come",
    "register_first",
    "register_with_social_worker",
    "intake_first",
    "referral_needed",
    "no_referral",
    "everyone_welcome",
    "all_beliefs_welcome",
    "full_at_opening",
    "queue_before_opening",
    "busy_late_afternoon",
    "busy",
    "people_turned_away",
    "limited_places",
    "many_seats",
    "limited_showers",
    "shower_list",
    "quiet_place",
    "prayer_room",
    "study_tables",
    "lockers",
    "post_box",
    "listening_ear",
    "social_worker_present",
    "volunteers_present",
    "at_certain_hours",
    "courses",
    "play_corner",
    "homework_help",
    "activities_for_children",
    "youth_room",
    "separate_women_section",
    "computers_with_internet",
    "member_card_or_paid",
    "id_for_internet",
    "translation_during_service",
    "translation_on_screen",
    "translation_printed",
    "interpreter_present",
)
"""Short things a fact can say besides yes or no; each has a word in every locale."""
