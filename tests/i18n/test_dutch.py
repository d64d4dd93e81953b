"""The Dutch of the interface is level A2: short sentences, no jargon, no word that puts a label on somebody."""

import re

import pytest
from babel.messages.pofile import read_po

from tests.paths import ROOT

TEMPLATE = ROOT / "translations/messages.pot"
LONGEST_SENTENCE = 12
NOT_USED = """
cliënt cliënten zelfredzaam zelfredzaamheid doelgroep doelgroepen indicatie dakloze daklozen dakloos zwerver
allochtoon traject begeleiding participatie laagdrempelig voorziening voorzieningen faciliteren middels tevens
indien teneinde inzake o.a. i.v.m. m.b.t. d.m.v. u uw
"""


def dutch_messages():
    with TEMPLATE.open("rb") as file:
        return [text for message in read_po(file) if message.id for text in _texts(message.id)]


def _texts(identifier):
    return [identifier] if isinstance(identifier, str) else list(identifier)


def too_long(text):
    sentences = re.split(r"[.?!:]\s|[.?!:]$|\s·\s", text)
    return [sentence for sentence in sentences if len(sentence.split()) > LONGEST_SENTENCE]


def words_not_used(text):
    return set(NOT_USED.split()) & set(re.findall(r"[\w.]+", text.lower()))


@pytest.mark.parametrize("text", dutch_messages())
def test_dutch_is_short_and_plain(text):
    assert not too_long(text)
    assert not words_not_used(text)


def test_the_linter_finds_what_it_looks_for():
    assert too_long("Een zin van meer dan twaalf woorden is voor wie de taal leert echt te lang.")
    assert not too_long("Dit is kort. En dit is ook kort. Samen is het lang maar dat mag.")
    assert words_not_used("Voor deze doelgroep") == {"doelgroep"}
    assert not words_not_used("Nu buiten")
