"""Templates say ready words: they call no function that works out a fact, and know no module."""

import pytest
from jinja2 import Environment, nodes

from tests.paths import ROOT

TEMPLATES = ROOT / "templates"
SAYS = {"say", "say_in", "say_text", "Plural", "N_"}
DRAWS = {"pictogram", "count", "once", "choice_items"}
LEADS_SOMEWHERE = {"url_for", "same_page", "page_locales", "asset"}


def facts_worked_out(source: str) -> list[str]:
    """What a template calls beside its macros and what says, draws or leads somewhere."""
    tree = Environment(autoescape=True, extensions=["jinja2.ext.do"]).parse(source)
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    macros |= {
        name if isinstance(name, str) else name[1] for each in tree.find_all(nodes.FromImport) for name in each.names
    }
    allowed = SAYS | DRAWS | LEADS_SOMEWHERE | macros
    called = [call.node for call in tree.find_all(nodes.Call)]
    return [getattr(node, "name", "a method") for node in called if getattr(node, "name", None) not in allowed]


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.relative_to(TEMPLATES).as_posix()
)
def test_a_template_only_says(path):
    assert facts_worked_out(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ say(sentences.reason_line(hit)) }}",
        "{% for need in known_needs(place)[:4] %}{% endfor %}",
        "{{ place.need('meal') }}",
        "{% if state() %}{% endif %}",
    ],
)
def test_what_works_something_out_is_found(source):
    assert facts_worked_out(source)


def test_saying_and_macros_are_left_alone():
    macros = "{% from 'macros.html' import a as b %}{% macro c(x) %}{{ say(x) }}{% endmacro %}"
    source = macros + "{{ b(1) }}{{ c(url_for('y')) }}"
    assert facts_worked_out(source) == []
