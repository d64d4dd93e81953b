"""Nobody is sent to a closed door, or to a place of which a weak source speaks, without a warning."""

import pytest

from finder.domain.vocabulary import Status
from finder.wording.cautions import cautions, short_caution
from tests.places import a_hidden_place
from tests.wording.saying import all_said, place, said


@pytest.mark.parametrize(
    ("status", "nl", "en", "ar"),
    [
        (
            Status.CLOSED,
            "Deze plek is dicht en gaat niet meer open.",
            "This place is closed for good.",
            "هذا المكان مغلق ولن يفتح بعد الآن.",
        ),
        (
            Status.MOVED,
            "Deze plek is verhuisd. Ga niet naar dit adres.",
            "This place has moved. Do not go to this address.",
            "هذا المكان انتقل. لا تذهب إلى هذا العنوان.",
        ),
        (
            Status.UNCERTAIN,
            "Een bron twijfelt of deze plek er nog is. Bel eerst.",
            "A source is not sure this place still exists. Call first.",
            "مصدر يشك أن هذا المكان ما زال موجودًا. اتصل أولًا.",
        ),
    ],
)
def test_a_place_that_may_not_be_there_warns(status, nl, en, ar):
    phrases = cautions(place(status=status, phone="020 1"))
    assert [all_said(phrases, locale) for locale in ("nl", "en", "ar")] == [[nl], [en], [ar]]


def test_a_weak_source_is_warned_of_beside_the_status():
    assert all_said(cautions(place(status=Status.UNCERTAIN, unverified=True, phone="020 1"))) == [
        "Een bron twijfelt of deze plek er nog is. Bel eerst.",
        "Deze plek komt uit een oude of onzekere bron. Bel eerst.",
    ]


def test_only_a_place_without_doubt_has_no_warning():
    assert cautions(place()) == ()
    assert short_caution(place()) is None


def test_a_hit_from_a_weak_source_says_to_call_first():
    caution = short_caution(place(unverified=True, phone="020 1"))
    assert said(caution) == "Oude of onzekere bron: bel eerst."
    assert said(caution, "en") == "Old or uncertain source: call first."
    assert said(caution, "ar") == "مصدر قديم أو غير مؤكد: اتصل أولًا."


def test_without_a_number_nobody_is_told_to_call():
    site = place(unverified=True, website="https://proef.example/")
    assert all_said(cautions(site)) == ["Deze plek komt uit een oude of onzekere bron. Kijk eerst op de website."]
    assert said(short_caution(site)) == "Oude of onzekere bron: kijk eerst op de website."
    bare = place(status=Status.UNCERTAIN, unverified=True)
    assert all_said(cautions(bare))[0] == "Een bron twijfelt of deze plek er nog is. Ga langs en kijk."
    assert said(short_caution(bare)) == "Oude of onzekere bron: ga langs en kijk."


def test_an_address_that_is_kept_back_is_asked_for_by_phone():
    hidden = a_hidden_place()
    assert all_said(cautions(hidden)) == ["Het adres staat hier niet. Bel eerst: dan hoor je het."]
    assert all_said(cautions(hidden), "en") == ["The address is not shown here. Call first: they will tell you."]
    assert said(short_caution(hidden)) == "Adres alleen via de telefoon."
    assert said(short_caution(hidden), "en") == "Address by phone only."
