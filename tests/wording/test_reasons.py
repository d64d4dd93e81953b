"""Why a place fits: what is certain first, and what is not known is never told as something it has."""

from finder.domain.hits import Hit, Match, Reason
from finder.domain.opening_hours import OpeningState, OpenState, Trust
from finder.wording.reasons import reason_line
from tests.wording.saying import place, said


def _line(*reasons, locale="nl"):
    opening = OpeningState(OpenState.UNKNOWN, Trust.MISSING)
    return said(reason_line(Hit(place(), None, Match.PERHAPS, reasons, opening)), locale)


def test_what_is_certain_goes_before_what_is_not_known():
    reasons = (Reason("needs", "shower", False), Reason("languages", "ti", True), Reason("religions", "muslim", False))
    assert _line(*reasons) == "Inloophuis · Tigrinya · Niet bekend: Douche · Geloof niet bekend"
    assert _line(*reasons, locale="en") == "Drop-in centre · Tigrinya · Not known: Shower · Religion not known"


def test_a_language_that_is_only_then_says_when():
    assert _line(Reason("languages", "ti", True, "Su")) == "Inloophuis · Tigrinya (zondag)"
    assert _line(Reason("languages", "ti", True, "Su"), locale="ar") == "بيت مفتوح للجميع · التغرينية (الأحد)"


def test_what_is_not_known_is_named_once():
    reasons = (Reason("religions", "muslim", False), Reason("rather_not_religions", "jewish", False))
    assert _line(*reasons) == "Inloophuis · Geloof niet bekend"


def test_what_somebody_would_rather_not_is_not_told_as_a_reason():
    assert _line(Reason("rather_not_religions", "jewish", True)) == "Inloophuis"


def test_an_hour_that_is_certain_is_told_by_the_tag_and_not_as_a_reason():
    assert _line(Reason("open_at", "", True)) == "Inloophuis"
    assert _line(Reason("open_at", "", False)) == "Inloophuis · Tijden niet bekend"
