"""The choices of a row as HTML. Not in a template: a page has 180 of them, and a template took a third of its time."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from finder.i18n.phrases import Sayable
from finder.web.finder.choices import Row


def choice_items(
    row: Row, say: Callable[[Sayable], Markup], count: Callable[[int, int], Markup], pictogram: Callable[[str], Markup]
) -> Markup:
    """Return a list item for each choice of a row, with what the template says, counts and draws with."""
    key = escape(row.key)
    items = []
    for choice in row.choices:
        names = f' data-names="{escape(choice.names)}"' if choice.names else ""
        checked = " checked" if choice.chosen else ""
        items.append(
            f'<li{names}><label class="choice"><input type="checkbox"\n'
            f' name="{key}" value="{escape(choice.value)}"{checked}>\n'
            f'{pictogram(choice.pictogram)}<span class="word">{say(choice.word)}</span>'
            f"{count(choice.count.certain, choice.count.likely)}</label></li>\n"
        )
    return Markup("".join(items))
