"""Finding names: surely, or by likeness."""

import pytest

from finder.geocode.names import NameIndex
from finder.geocode.text import fold

NAMES = NameIndex(
    fold(name)
    for name in ("Prins Hendrikkade", "Hygiëaplein", "Dijkplein", "Jan van Galenstraat", "Van Galenbuurt", "AMC", "Dam")
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("prins hendrik kade", "prins hendrikkade"),
        ("dykplein", "dijkplein"),
        ("dam", "dam"),
        ("damm", None),
        ("", None),
    ],
)
def test_exactly_minds_letters_only(text: str, name: str | None):
    assert NAMES.exactly(text) == ([name] if name else [])


def test_restored_puts_a_lost_letter_back_and_invents_none():
    assert NAMES.restored(fold("Hygi?aplein")) == ["hygieaplein"]
    assert NAMES.restored(fold("D?kplein")) == ["dijkplein"]
    assert NAMES.restored("hygieaplein") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("prins", ["prins hendrikkade"]),
        ("galen", ["van galenbuurt", "jan van galenstraat"]),
        ("j v galen", ["jan van galenstraat"]),
        ("galen v jan", ["jan van galenstraat"]),
        ("hygeaplein", ["hygieaplein"]),
        ("amoc", ["amc"]),
        ("da", []),
        ("xyz", []),
        ("", []),
    ],
)
def test_like_finds_beginnings_and_words_before_typing_errors(text: str, names: list[str]):
    assert NAMES.like(text) == names


def test_holding_any_asks_for_words_of_four_letters():
    assert NAMES.holding_any(["van", "galen", "nergens"]) == ["van galenbuurt", "jan van galenstraat"]
