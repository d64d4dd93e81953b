"""One phrase, said by several localizers."""

from datetime import UTC, date, datetime

import pytest

from finder.domain.sourced import PartialDate
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import Clock, Day, Distance, LanguageName, Listing, Phrase, Plural, Verbatim, Weekday, When

nl, en, ar = (Localizer(LOCALES[code]) for code in ("nl", "en", "ar"))


def test_a_distance_is_rounded_as_a_walker_would_say_it():
    assert [nl.text(Distance(metres)) for metres in (3, 652, 949, 951, 12_340)] == [
        "10 m",
        "650 m",
        "950 m",
        "1 km",
        "12,3 km",
    ]


def test_a_count_takes_the_plural_of_its_number():
    assert nl.text(Plural("%(count)s plek", "%(count)s plekken", 1)) == "1 plek"
    assert nl.text(Plural("%(count)s plek", "%(count)s plekken", 1200)) == "1.200 plekken"


def test_a_time_is_that_of_the_netherlands_in_latin_digits():
    moment = datetime(2026, 7, 1, 15, 30, tzinfo=UTC)
    assert ar.text(Clock(moment)) == nl.text(Clock(moment)) == "17:30"


def test_days_and_dates_are_in_the_readers_language():
    assert nl.text(Day(date(2026, 11, 25))) == "woensdag 25 november 2026"
    assert nl.text(Weekday(6)) == "zondag"
    assert [nl.text(When(PartialDate(text))) for text in ("2020", "2020-05", "2020-05-09")] == [
        "2020",
        "mei 2020",
        "9 mei 2020",
    ]


def test_a_name_keeps_its_own_direction_and_cannot_become_html():
    phrase = Phrase("Ook wel: %(names)s", {"names": Verbatim("<b>De Meevaart</b>")})
    assert nl.html(phrase) == 'Ook wel: <bdi lang="nl">&lt;b&gt;De Meevaart&lt;/b&gt;</bdi>'
    assert nl.text(phrase) == "Ook wel: \u2068<b>De Meevaart</b>\u2069"


def test_a_message_without_translation_says_which_language_it_is_in():
    assert ar.html("Dit bericht staat in geen catalogus & blijft Nederlands") == (
        '<span lang="nl" dir="ltr">Dit bericht staat in geen catalogus &amp; blijft Nederlands</span>'
    )


def test_a_listing_joins_its_items():
    names = (Verbatim("Ali & Co"), "Kerk")
    assert nl.html(Listing(names)) == '<bdi lang="nl">Ali &amp; Co</bdi> · Kerk'
    assert nl.html(Listing(names, sentence=True)) == '<bdi lang="nl">Ali &amp; Co</bdi> en Kerk'
    assert nl.text(Listing((LanguageName("ti"), Weekday(0)))) == "Tigrinya · maandag"
    assert nl.text(Listing(("Kerk", "Moskee", "Wifi"), sentence=True)) == "Kerk, Moskee en Wifi"


@pytest.mark.parametrize("code", LOCALES)
def test_every_voice_names_the_languages_and_writes_latin_digits(code):
    localizer = Localizer(LOCALES[code])
    for language in ("ti", "srn", "ary", "rom", "nl", "gez", "xcl"):
        assert localizer.text(LanguageName(language)) not in ("", language)
    assert not any(digit in localizer.text(Distance(123_456)) for digit in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")


def test_a_message_that_is_said_again_is_said_the_same_in_its_own_manner():
    message = "Ja & amen"
    speaker = Localizer(LOCALES["ar"], {message})
    for _ in range(2):
        assert speaker.text(message) == "Ja & amen"
        assert speaker.html(message) == '<span lang="nl" dir="ltr">Ja &amp; amen</span>'
    assert nl.text("Ja") == "Ja"
    assert en.text("Ja") == "Yes"


def test_dutch_stands_beside_a_sensitive_message_only_where_it_does_not_stand_already():
    speaker = Localizer(LOCALES["en"], {"Geen papieren nodig"})
    for _ in range(2):
        assert speaker.html("Geen papieren nodig", beside_source=True) == "No papers needed"
        assert "(Geen papieren nodig)" in speaker.html("Geen papieren nodig")


def test_a_number_reads_the_same_as_whole_or_with_a_point():
    assert [nl.text(Plural("%(count)s plek", "%(count)s plekken", 2)), nl.text(Distance(2000.0))] == [
        "2 plekken",
        "2 km",
    ]
