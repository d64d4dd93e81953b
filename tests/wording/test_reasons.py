"""Why a place fits: what is certain first, and what is not known is never told as something it has."""

from finder.domain.evidence import Basis
from finder.domain.hits import Hit, Match, Reason
from finder.domain.likely import Guess, Likelihood
from finder.domain.opening_hours import OpeningState, OpenState, Trust
from finder.wording.reasons import reason_line
from tests.wording.saying import NEW, place, said

NO, UNLIKELY, UNKNOWN, LIKELY, YES = Likelihood


def _line(*reasons, locale="nl"):
    opening = OpeningState(OpenState.UNKNOWN, Trust.MISSING)
    return said(reason_line(Hit(place(), None, Match.PERHAPS, reasons, opening)), locale)


def test_what_is_certain_goes_before_what_is_not_known():
    reasons = (
        Reason("needs", "shower", UNKNOWN),
        Reason("languages", "ti", YES),
        Reason("religions", "muslim", UNKNOWN),
    )
    assert _line(*reasons) == "Inloophuis · Tigrinya · Niet bekend: Douche · Geloof niet bekend"
    assert _line(*reasons, locale="en") == "Drop-in centre · Tigrinya · Not known: Shower · Religion not known"


def test_a_language_that_is_only_then_says_when():
    assert _line(Reason("languages", "ti", YES, "Su")) == "Inloophuis · Tigrinya (zondag)"
    assert _line(Reason("languages", "ti", YES, "Su"), locale="ar") == "بيت مفتوح للجميع · التغرينية (الأحد)"


def test_what_is_not_known_is_named_once():
    reasons = (Reason("religions", "muslim", UNKNOWN), Reason("rather_not_religions", "jewish", UNKNOWN))
    assert _line(*reasons) == "Inloophuis · Geloof niet bekend"


def test_what_somebody_would_rather_not_is_not_told_as_a_reason():
    assert _line(Reason("rather_not_religions", "jewish", YES)) == "Inloophuis"


def test_an_hour_that_is_certain_is_told_by_the_tag_and_not_as_a_reason():
    assert _line(Reason("open_at", "", YES)) == "Inloophuis"
    assert _line(Reason("open_at", "", UNKNOWN)) == "Inloophuis · Tijden niet bekend"


def test_what_is_likely_is_told_as_our_guess_after_what_is_known_and_before_what_nobody_knows():
    guess = Guess(Basis.DENOMINATION, "eritrean_orthodox", "ti", NEW)
    reasons = (
        Reason("needs", "shower", UNKNOWN),
        Reason("languages", "ti", LIKELY, None, guess),
        Reason("kinds", "church", YES),
    )
    assert _line(*reasons) == (
        "Inloophuis · Kerk · Eritrees-orthodox: waarschijnlijk Tigrinya. Dat denken wij; vraag het."
        " · Niet bekend: Douche"
    )


def test_of_several_languages_only_the_best_known_are_told_and_what_it_has_not_never():
    guess = Guess(Basis.COMMUNITY, "turkish", "tr", NEW)
    known, likely = Reason("languages", "nl", YES), Reason("languages", "tr", LIKELY, None, guess)
    unknown, none = Reason("languages", "ti", UNKNOWN), Reason("languages", "pl", NO)
    assert _line(known, likely, unknown, none) == "Inloophuis · Nederlands"
    assert _line(likely, unknown, none).startswith("Inloophuis · Turks (gemeenschap): waarschijnlijk Turks")
    assert _line(unknown, none) == "Inloophuis · Taal niet bekend"


def test_what_speaks_against_a_language_is_told():
    guess = Guess(Basis.NETWORK, "diyanet", "tr", NEW)
    line = _line(Reason("languages", "ary", UNLIKELY, None, guess))
    assert line == "Inloophuis · Diyanet: waarschijnlijk Turks. Dat denken wij; vraag het."


def test_each_practical_wish_is_told():
    reasons = (Reason("needs", "meal", YES), Reason("needs", "wifi", UNKNOWN))
    assert _line(*reasons) == "Inloophuis · Eten · Niet bekend: Wifi"
