"""Everyday names of languages: who says Darija, Berber, Farsi or Kurdi finds it, in every locale."""

import pytest

from finder.i18n.everyday_names import EVERYDAY_NAMES
from finder.i18n.languages import LANGUAGES, everyday_name, find_languages, names_of
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer

DUTCH_AND_ENGLISH = [Localizer(LOCALES["nl"]), Localizer(LOCALES["en"])]
IN_DUTCH = {
    "ary": "Marokkaans-Arabisch (Darija)",
    "ckb": "Sorani-Koerdisch (Kurdi)",
    "fa": "Perzisch (Farsi)",
    "kmr": "Kurmanci-Koerdisch (Kurdi)",
    "pcm": "Nigeriaans Pidgin",
    "prs": "Dari (Farsi uit Afghanistan)",
    "rif": "Tarifit (Berbers uit het Rif)",
    "srn": "Sranantongo (het Surinaams)",
    "ti": "Tigrinya",
    "tw": "Twi (Akan)",
    "zgh": "Tamazight (Berbers)",
    "zh": "Chinees (Mandarijn)",
}


def test_only_languages_of_ours_have_an_everyday_name():
    assert EVERYDAY_NAMES.keys() <= LANGUAGES.keys()


@pytest.mark.parametrize("code", IN_DUTCH)
def test_the_everyday_name_stands_in_brackets(code):
    assert everyday_name(code, DUTCH_AND_ENGLISH[0]) == IN_DUTCH[code]


def test_what_is_the_name_itself_is_not_said_twice():
    assert everyday_name("fa", Localizer(LOCALES["fa"])) == "فارسی"
    assert everyday_name("kmr", DUTCH_AND_ENGLISH[1]) == "Kurmanji Kurdish"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_everyday_name_is_found_in_the_words_of_the_reader(locale):
    reader = Localizer(LOCALES[locale])
    for code, everyday in EVERYDAY_NAMES.items():
        names = names_of(code, [reader, *DUTCH_AND_ENGLISH])
        assert not everyday.shown or reader.text(everyday.shown) in names
        assert set(everyday.also) <= set(names)
        assert len(set(names)) == len(names)
        assert names[-1] == code
        assert not [name for name in names if "|" in name]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Darija", ("ary",)),
        ("الدارجة", ("ary",)),
        ("berber", ("rif", "zgh")),
        ("Tamazight", ("zgh",)),
        ("rif", ("rif",)),
        ("farsi", ("fa", "prs")),
        ("dari", ("prs",)),
        ("kurdî", ("ckb", "kmr")),
        ("pidgin", ("pcm",)),
        ("Akan", ("tw",)),
        ("surinaams", ("srn",)),
        ("sranan", ("srn",)),
        ("Af Soomaali", ("so",)),
        ("turkce", ("tr",)),
        ("ti", ("ti",)),
        ("Tigrinya", ("ti",)),
        ("klingon", ()),
        ("", ()),
    ],
)
def test_a_language_is_found_by_code_by_name_and_by_everyday_name(text, codes):
    assert find_languages(text, DUTCH_AND_ENGLISH) == codes
