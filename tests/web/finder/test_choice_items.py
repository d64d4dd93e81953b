"""The choices of a row as HTML: what is chosen is ticked, what comes from data is escaped."""

from markupsafe import Markup

from finder.domain.hits import Count
from finder.web.finder.choice_items import choice_items
from finder.web.finder.choices import Choice, Row


def _items(*choices: Choice) -> str:
    row = Row("kind", "Wat voor plek?", "community_centre", choices, None, False)
    return choice_items(
        row,
        Markup.escape,
        lambda sure, likely: Markup(f"<b>{sure}+{likely}</b>"),
        lambda name: Markup(f"<i>{name}</i>"),
    )


def test_a_choice_has_its_value_pictogram_word_and_the_places_that_certainly_or_likely_have_it():
    assert _items(Choice("church", "Kerk", "church", Count(12, 3, 7), False)) == (
        '<li><label class="choice"><input type="checkbox"\n name="kind" value="church">\n'
        '<i>church</i><span class="word">Kerk</span><b>12+3</b></label></li>\n'
    )


def test_only_what_was_chosen_is_ticked():
    chosen, other = (
        Choice("church", "Kerk", "church", Count(1, 0, 0), True),
        Choice("mosque", "Moskee", "m", Count(1, 0, 0), False),
    )
    assert _items(chosen, other).count(" checked>") == 1
    assert 'value="church" checked>' in _items(chosen, other)


def test_names_to_look_for_and_values_are_escaped():
    items = _items(Choice('a"b', "<x>", "p", Count(0, 0, 0), False, names='Twi "Akan" <tw>'))
    assert ' data-names="Twi &#34;Akan&#34; &lt;tw&gt;"' in items
    assert 'value="a&#34;b"' in items
    assert "&lt;x&gt;" in items
