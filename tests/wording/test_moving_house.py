"""A list from a new address: how far each place is, and why another one there is like it."""

from finder.domain.vocabulary import PlaceKind, Religion
from finder.search.similar import Measured, Shared
from finder.wording.moving_house import measured_phrase, shared_phrase
from tests.places import a_hidden_place
from tests.wording.saying import place, said

PLACE = place()

LANGUAGE, NO_RELIGION = Shared("languages", "ti"), Shared("religions", Religion.NONE)


def test_a_walk_is_told_with_its_minutes():
    near = Measured(PLACE, 600.0, 9, too_far=False)
    assert said(measured_phrase(near)) == "600 m · ongeveer 10 minuten lopen"
    assert said(measured_phrase(near), "ar") == "600 م · حوالي 10 دقائق مشيًا"


def test_what_is_too_far_to_walk_names_no_minutes():
    far = Measured(PLACE, 17_400.0, 280, too_far=True)
    assert said(measured_phrase(far)) == "17,4 km · Te ver om te lopen. Bewaar deze plek voor een bezoek."


def test_from_a_rough_address_no_walk_is_told_but_what_is_too_far_in_any_case():
    near, far = Measured(PLACE, 600.0, 9, too_far=False), Measured(PLACE, 4000.0, 69, too_far=True)
    assert said(measured_phrase(near, 250)) == "dichtbij"
    assert said(measured_phrase(far, 300)) == "3 tot 5 km · Te ver om te lopen. Bewaar deze plek voor een bezoek."
    assert said(measured_phrase(far, 1100)) == "2 tot 6 km"


def test_what_two_places_share_is_told_each_in_its_word():
    shared = (LANGUAGE, Shared("kinds", PlaceKind.CHURCH), Shared("religions", Religion.CHRISTIAN))
    assert said(shared_phrase((*shared, Shared("gatherings", "meal"), Shared("needs", "no_id")))) == (
        "Tigrinya · Kerk · Christendom · Samen eten · Geen papieren nodig"
    )
    assert said(shared_phrase(shared), "ar") == "التغرينية · كنيسة · المسيحية"


def test_two_houses_without_a_religion_are_not_alike_by_that():
    assert said(shared_phrase((LANGUAGE, NO_RELIGION))) == "Tigrinya"
    assert said(shared_phrase((NO_RELIGION, Shared("kinds", PlaceKind.DROP_IN)))) == said(
        shared_phrase((Shared("kinds", PlaceKind.DROP_IN),))
    )


def test_what_is_told_twice_is_told_once():
    assert shared_phrase((LANGUAGE, LANGUAGE)) == shared_phrase((LANGUAGE,))


def test_how_far_a_place_is_that_keeps_its_address_back_is_not_told():
    hidden = Measured(a_hidden_place(), 600.0, 9, too_far=False)
    assert said(measured_phrase(hidden)) == "Hoe ver het is, weet je als je het adres hebt."
