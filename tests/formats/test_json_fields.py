"""Fields are what they should be, or the one that is not is named by the way that leads to it."""

from datetime import date

import pytest

from finder.domain.vocabulary import Status
from finder.formats import json_fields as fields
from finder.formats.json_fields import WrongField

STATUSES = fields.members(Status)
WORDS = frozenset({"soup", "bread"})


@pytest.mark.parametrize(
    ("read", "raw", "value"),
    [
        (lambda raw: fields.text(raw, "x"), {"x": "Café\nde\tBron — \u200fأ"}, "Café\nde\tBron — \u200fأ"),
        (lambda raw: fields.maybe_text(raw, "x"), {}, None),
        (lambda raw: fields.maybe_text(raw, "x"), {"x": "a\u00a0b"}, "a\u00a0b"),
        (lambda raw: fields.texts(raw, "x"), {"x": ["a", "b\u200cc"]}, ("a", "b\u200cc")),
        (lambda raw: fields.texts(raw, "x"), {}, ()),
        (lambda raw: fields.words(raw, "x", WORDS), {"x": ["soup"]}, ("soup",)),
        (lambda raw: fields.words(raw, "x", WORDS), {}, ()),
        (lambda raw: fields.word(raw, "x", STATUSES), {"x": "moved"}, Status.MOVED),
        (lambda raw: fields.maybe_word(raw, "x", STATUSES), {}, None),
        (lambda raw: fields.known(raw, "x", WORDS), {"x": "soup"}, "soup"),
        (lambda raw: fields.maybe_known(raw, "x", WORDS), {}, None),
        (lambda raw: fields.maybe_day(raw, "x"), {"x": "2026-02-28"}, date(2026, 2, 28)),
        (lambda raw: fields.maybe_day(raw, "x"), {}, None),
        (lambda raw: fields.days(raw, "x"), {"x": ["2100-12-31"]}, (date(2100, 12, 31),)),
        (lambda raw: fields.flag(raw, "x"), {"x": True}, True),
        (lambda raw: fields.flag(raw, "x"), {}, False),
        (lambda raw: fields.web_address(raw, "x"), {"x": "http://x.example"}, "http://x.example"),
        (lambda raw: fields.each(raw, "x", lambda item: fields.text(item, "y")), {"x": [{"y": "a"}]}, ("a",)),
        (lambda raw: fields.under(raw, "x", lambda item: fields.text(item, "y")), {"x": {"y": "a"}}, "a"),
    ],
)
def test_a_field_is_read(read, raw, value):
    assert read(raw) == value


@pytest.mark.parametrize(
    ("read", "raw", "path", "why"),
    [
        (lambda raw: fields.text(raw, "x"), {}, "x", "is missing"),
        (lambda raw: fields.text(raw, "x"), {"x": ""}, "x", "is empty"),
        (lambda raw: fields.text(raw, "x"), {"x": None}, "x", "None is not a text"),
        (lambda raw: fields.text(raw, "x"), {"x": "a\x07"}, "x", "cannot be shown"),
        (lambda raw: fields.text(raw, "x"), {"x": "a\x7f"}, "x", "cannot be shown"),
        (lambda raw: fields.maybe_text(raw, "x"), {"x": None}, "x", "None is not a text"),
        (lambda raw: fields.maybe_text(raw, "x"), {"x": "\udfff"}, "x", "cannot be shown"),
        (lambda raw: fields.texts(raw, "x"), {"x": ["a", ""]}, "x[1]", "is empty"),
        (lambda raw: fields.texts(raw, "x"), {"x": "a"}, "x", "is not a list"),
        (lambda raw: fields.words(raw, "x", WORDS), {"x": ["soup", ["bread"]]}, "x[1]", "not in the vocabulary"),
        (lambda raw: fields.word(raw, "x", STATUSES), {"x": "shut"}, "x", "'shut' is not in the vocabulary"),
        (lambda raw: fields.word(raw, "x", STATUSES), {"x": []}, "x", "[] is not a text"),
        (lambda raw: fields.word(raw, "x", STATUSES), {}, "x", "is missing"),
        (lambda raw: fields.known(raw, "x", WORDS), {"x": {}}, "x", "{} is not a text"),
        (lambda raw: fields.maybe_day(raw, "x"), {"x": "2026-W01-1"}, "x", "is not a day"),
        (lambda raw: fields.maybe_day(raw, "x"), {"x": "1899-12-31"}, "x", "is not a day of 1900 to 2100"),
        (lambda raw: fields.days(raw, "x"), {"x": ["2026-01-01", 5]}, "x[1]", "5 is not a text"),
        (lambda raw: fields.flag(raw, "x"), {"x": 1}, "x", "1 is not true or false"),
        (lambda raw: fields.web_address(raw, "x"), {"x": "//x.example"}, "x", "is not a web address"),
        (lambda raw: fields.each(raw, "x", lambda item: fields.text(item, "y")), {"x": [{}]}, "x[0].y", "is missing"),
        (lambda raw: fields.under(raw, "x", lambda item: fields.text(item, "y")), {"x": {}}, "x.y", "is missing"),
        (lambda raw: fields.under(raw, "x", lambda item: fields.as_object(item, "")), {"x": 1}, "x", "not an object"),
    ],
)
def test_a_wrong_field_is_named(read, raw, path, why):
    with pytest.raises(WrongField) as error:
        read(raw)
    assert error.value.path == path
    assert why in error.value.why


@pytest.mark.parametrize("value", ["\ud800" * 500, "\n" * 500, [[["deep"] * 50] * 50], "x" * 10_000, 10**2000])
def test_a_message_is_short_and_can_be_written(value):
    assert len(fields.shown(value)) < 500
    assert fields.shown(value).isprintable()
    assert fields.shown(value).encode()


def test_what_is_empty_or_not_known_is_left_out():
    assert fields.tidy({"a": "", "b": None, "c": (), "d": [], "e": {}, "f": False, "g": 0.5, "h": "x"}) == {
        "g": 0.5,
        "h": "x",
    }
