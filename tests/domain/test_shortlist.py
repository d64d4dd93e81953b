"""The list of places in the fragment: short, patient with typing, and the same in the browser as here."""

import json
import random
import subprocess
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.codes import DIGITS, issue_code, normalise_code
from finder.domain.errors import InvalidInput
from finder.domain.shortlist import MOST_PLACES, Shortlist, decode, encode
from tests.paths import ROOT

SCRIPT = """
import { decode, encode, normaliseCode } from "./static/js/shortlist-codec.js";
import { readFileSync } from "node:fs";
const asked = JSON.parse(readFileSync(0, "utf8"));
const tried = (locales, codes) => { try { return encode(locales, codes); } catch (error) { return error.name; } };
process.stdout.write(JSON.stringify({
  decoded: asked.texts.map((text) => {
    const { localesPath, ...rest } = decode(text);
    return { ...rest, locales_path: localesPath };
  }),
  encoded: asked.lists.map(([locales, codes]) => tried(locales, codes)),
  normalised: asked.codes.map(normaliseCode),
}));
"""


def some_codes(count, seed=""):
    codes = []
    for number in range(count):
        codes.append(issue_code(f"{seed}{number}", codes))
    return codes


CODES = some_codes(12)
codes = st.builds(issue_code, st.text(max_size=8), st.just(()))


def sloppily(source, code):
    """The code as somebody might type it."""
    letters = [source.choice({"0": "0oO", "1": "1iIlL"}.get(letter, letter + letter.lower())) for letter in code]
    return source.choice(["", " "]) + source.choice(["", " ", "-"]).join(letters) + source.choice(["", "  "])


@given(st.sampled_from(["nl", "nl+ar", "ti+nl"]), st.lists(codes, max_size=MOST_PLACES, unique=True))
def test_a_list_comes_back_as_it_was(locales, chosen):
    text = encode(locales, chosen)
    assert len(text) <= 80
    assert decode(text) == decode(f"#{text}") == Shortlist("1", locales, tuple(chosen))


def test_eight_codes_with_two_languages_take_55_characters():
    assert len(encode("nl+ar", CODES[:8])) == 55


@given(st.randoms(use_true_random=False), st.lists(codes, min_size=1, max_size=MOST_PLACES, unique=True))
def test_a_list_typed_from_paper_is_understood(source, chosen):
    text = ".".join(
        [" 1", source.choice(["NL+ar", "nl%2Bar", "nl ar", "nl%20ar"]), *(sloppily(source, c) for c in chosen)]
    )
    assert decode(text) == Shortlist("1", "nl+ar", tuple(chosen))


@given(codes, st.integers(0, 4), st.sampled_from(DIGITS))
def test_one_wrong_character_is_reported_and_harms_no_other_code(code, spot, digit):
    wrong = code[:spot] + digit + code[spot + 1 :]
    found = decode(f"1.nl.{CODES[0]}.{wrong}.{CODES[1]}")
    if wrong == code:
        assert wrong in found.codes
    else:
        assert found == Shortlist("1", "nl", (CODES[0], CODES[1]), (wrong,))


def test_a_code_that_comes_twice_counts_once():
    assert decode(f"1.nl.{CODES[0]}.{CODES[1]}.{CODES[0].lower()}").codes == (CODES[0], CODES[1])
    assert encode("nl", [CODES[0], CODES[0]]) == f"1.nl.{CODES[0]}"


def test_more_than_eight_are_reported_not_dropped_in_silence():
    found = decode(".".join(["1", "nl", *CODES]))
    assert found.codes == tuple(CODES[:8])
    assert found.surplus == tuple(CODES[8:])
    assert found.refused == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Shortlist("", "")),
        ("#", Shortlist("", "")),
        ("1", Shortlist("1", "")),
        ("1.", Shortlist("1", "")),
        (f"2.nl.{CODES[0]}", Shortlist("2", "nl")),
        (f"1.xyz.{CODES[0]}", Shortlist("1", "", (CODES[0],))),
        (f"1.nl..{CODES[0]}.", Shortlist("1", "nl", (CODES[0],))),
        ("1.nl.<b>." + "A" * 50, Shortlist("1", "nl", (), ("<b>", "A" * 20))),
    ],
)
def test_an_unreadable_part_is_told_apart(text, expected):
    assert decode(text) == expected


@pytest.mark.parametrize(("locales", "chosen"), [("nl", ["4F2A"]), ("nl", CODES[:9]), ("nl+", []), ("<b>", [])])
def test_a_list_that_cannot_be_read_back_is_not_written(locales, chosen):
    with pytest.raises(InvalidInput):
        encode(locales, chosen)


def in_the_browser(texts, lists, codes):
    asked = json.dumps({"texts": texts, "lists": lists, "codes": codes})
    command = ["node", "--input-type=module", "-e", SCRIPT]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def python_encode(locales, chosen):
    try:
        return encode(locales, chosen)
    except InvalidInput:
        return "RangeError"


def random_text(source):
    """A list with all that goes wrong on the way: slips, strange signs, cuts and doubles."""
    parts = [sloppily(source, source.choice(CODES)) for _ in range(source.randint(0, 11))]
    for _ in range(source.choice([0, 0, 1, 3])):
        junk = source.choice(["", "ß", "ﬁ", "\u2028", "😀" * 30, "É", "ı", "%2B", "%", "U", "4F2A*", "\t", "\ufeff"])
        parts.insert(source.randint(0, len(parts)), junk)
    head = [
        source.choice(["1", "#1", " 1 ", "2", "", "１"]),
        source.choice(["nl", "nl+ar", "NL%2Bti", "nl ar", "x", "İİ"]),
    ]
    text = ".".join([*head, *parts])
    return text[: source.randint(0, len(text))] if source.random() < 0.2 else text


def test_the_browser_reads_and_writes_the_same():
    source = random.Random(4)
    texts = [random_text(source) for _ in range(4000)]
    locales = ["nl", "nl+ar", "nl+", "NL", ""]
    lists = [
        [source.choice(locales), source.choices([*CODES, *some_codes(40)], k=source.randint(0, 9))] for _ in range(3000)
    ]
    lists += [["nl", ["4F2A"]], ["nl", ["ßßß"]]]
    typed = ["".join(source.choices("01289AaBbOoIiLlUuZz-  *", k=source.randint(0, 7))) for _ in range(3000)]
    right = [sloppily(source, code) for code in some_codes(2000, "x")]
    browser = in_the_browser(texts, lists, typed + right)
    assert browser["decoded"] == [json.loads(json.dumps(asdict(decode(text)))) for text in texts]
    assert browser["encoded"] == [python_encode(*each) for each in lists]
    assert browser["normalised"] == [normalise_code(code) for code in typed + right]
    assert None not in browser["normalised"][3000:]
