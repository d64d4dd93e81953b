"""How old a fact is: always a date, or that there is none, and whether anybody asked."""

from datetime import date

import pytest

from finder.wording.ages import information_phrase, not_checked, said_on
from tests.wording.saying import NEW, OLD, UNDATED, place, said


@pytest.mark.parametrize(
    ("source", "nl", "en", "ar"),
    [
        (NEW, "bron uit 1 november 2026", "source from November 1, 2026", "مصدر من 1 نوفمبر 2026"),
        (OLD, "bron uit 2017", "source from 2017", "مصدر من 2017"),
        (UNDATED, "bron zonder datum", "source without a date", "مصدر بلا تاريخ"),
    ],
)
def test_a_source_says_how_old_it_is(source, nl, en, ar):
    phrase = said_on(source.stated_on)
    assert (said(phrase), said(phrase, "en"), said(phrase, "ar")) == (nl, en, ar)


def test_information_is_as_old_as_its_newest_source():
    assert said(information_phrase(place(sources=(OLD, NEW, UNDATED)))) == (
        "Informatie uit 1 november 2026, niet nagevraagd"
    )
    assert said(information_phrase(place(sources=(OLD,))), "en") == "Information from 2017, not checked since"


def test_information_without_a_date_says_so():
    assert said(information_phrase(place(sources=(UNDATED,)))) == "Informatie zonder datum, niet nagevraagd"
    assert said(information_phrase(place(sources=(UNDATED,))), "ar") == "معلومات بلا تاريخ، لم يتأكد منها أحد"


def test_a_place_that_somebody_checked_says_when():
    checked = place(sources=(NEW,), verified_on=date(2026, 10, 3))
    assert said(information_phrase(checked)) == "Nagevraagd op 3 oktober 2026"
    assert said(information_phrase(checked), "en") == "Checked on October 3, 2026"
    assert said(information_phrase(checked), "ar") == "تم التأكد في 3 أكتوبر 2026"


def test_what_nobody_checked_is_to_be_asked_by_telephone():
    assert said(not_checked(place(phone="020 1"))) == "niet nagevraagd: bel eerst"
    assert said(not_checked(place(phone="020 1")), "en") == "not checked since: call first"
