"""Every page and command calls a usecase, itself or through what it calls in finder/web, or says here why not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from inspect import unwrap
from pathlib import Path

import pytest
from click import Context

from finder.web.commands import MODULES
from tests.paths import ROOT
from tests.test_floors import module_name

LEADS_ON = "leads to another page, and looks nothing up"
CALLS_NONE = {
    "finder.web.finder.search.language": LEADS_ON,
    "finder.web.together.card.nothing_to_download": LEADS_ON,
    "finder.web.finder.search.basemap": "sends the bytes of a file that was read at start",
    "finder.web.together.words.page": "shows the same sentences to everybody, out of finder/wording alone",
    "finder.web.together.wiped.wiped": "knows nothing, which is what it is for",
    "finder.web.static_files.register": "sends files that make setup wrote",
    "finder.web.commands.build.build": "has Folium write a script, which no floor below may import",
}

Name = tuple[str, str]
"""A module, and what it calls something."""


@dataclass
class Module:
    """What a module defines at its top, and what its other names stand for."""

    functions: dict[str, ast.AST] = field(default_factory=dict)
    imported: dict[str, Name] = field(default_factory=dict)


def read_module(file: Path) -> Module:
    tree, read = ast.parse(file.read_text("utf-8")), Module()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            read.imported |= {alias.asname or alias.name: (node.module, alias.name) for alias in node.names}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            read.functions[node.name] = node
    return read


def names_in(node: ast.AST) -> Iterator[str]:
    return (each.id for each in ast.walk(node) if isinstance(each, ast.Name))


class Calls:
    """What the functions of a tree call; only functions of a usecase count, not its types and numbers."""

    def __init__(self, root: Path) -> None:
        self.modules = {module_name(file, root): read_module(file) for file in (root / "finder/web").rglob("*.py")}

    def usecases(self, start: Name) -> set[Name]:
        """Follow a function to the functions of usecases that it reaches."""
        found, seen, ahead = set(), {start}, [start]
        while ahead:
            module, name = ahead.pop()
            read = self.modules[module]
            for used in names_in(read.functions[name]):
                there = (module, used) if used in read.functions else read.imported.get(used, ("", ""))
                if there[0].startswith("finder.usecases.") and there[1].islower():
                    found.add(there)
                if there in seen or there[1] not in getattr(self.modules.get(there[0]), "functions", ()):
                    continue
                seen.add(there)
                ahead.append(there)
        return found


@cache
def calls() -> Calls:
    return Calls(ROOT)


def entries(app) -> list[Name]:
    """Every view and command as Flask knows them; a function in a function counts as the one around it."""
    commands = [app.cli.get_command(Context(app.cli), name) for name in MODULES]
    each_alone = [alone for one in commands for alone in getattr(one, "commands", {"": one}).values()]
    called = map(unwrap, [*app.view_functions.values(), *(command.callback for command in each_alone)])
    return sorted(
        {(each.__module__, each.__qualname__.split(".")[0]) for each in called if each.__module__ != "flask.app"}
    )


def test_every_page_and_command_calls_a_usecase_or_says_why_not(app):
    found = entries(app)
    assert len(found) > 20
    calling_none = {".".join(entry) for entry in found if not calls().usecases(entry)}
    assert calling_none == CALLS_NONE.keys()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from finder.usecases.find import find\ndef page():\n    return find()", True),
        ("def page():\n    from finder.usecases.find import find\n    return find()", True),
        ("from finder.usecases.find import find\ndef page():\n    return _page(1)\ndef _page(x):\n    find(x)", True),
        ("from finder.usecases.find import find\ndef page():\n    return (lambda: find())", True),
        ("from finder.web.other import other\ndef page():\n    return other()", True),
        ("from finder.web.other import idle\ndef page():\n    return idle()", False),
        ("from finder.usecases.find import find\ndef page():\n    return 1", False),
        ("from finder.usecases.find import Found, MOST\ndef page():\n    return Found(MOST)", False),
        ("from finder.formats.find import find\ndef page():\n    return find()", False),
    ],
)
def test_a_page_that_calls_none_is_found(tmp_path, source, found):
    (tmp_path / "finder/web").mkdir(parents=True)
    (tmp_path / "finder/web/page.py").write_text(source)
    (tmp_path / "finder/web/other.py").write_text(
        "from finder.usecases.find import find\ndef other():\n    find()\ndef idle():\n    0\n"
    )
    assert bool(Calls(tmp_path).usecases(("finder.web.page", "page"))) is found
