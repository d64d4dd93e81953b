"""Change the code a little, in places drawn by a seed, and see which changes a test notices.

    make mutants                      the places that stand in the Makefile
    make mutants MUTANTS=200 SEED=7   more of them, others

cosmic-ray knows where a comparison, a number or an ``and`` can be another; AnotherWord changes what is said. A change
is made in a copy of the repository and undone before the next. One that nothing notices is listed: either a test is
missing, or the change makes no difference to anybody.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

ROOT = Path(__file__).parent.parent
PYTHON = ROOT / ".venv/bin/python"
PYTEST = (str(PYTHON), "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", "--hypothesis-seed=0")
"""With a seed: a change that is noticed today must be noticed tomorrow."""


@dataclass(frozen=True, slots=True)
class Room:
    """Files that are changed, and the tests that should notice: quick ones first, the next when those pass."""

    name: str
    files: tuple[str, ...]
    tests: tuple[tuple[str, ...], ...]


ROOMS = (
    Room("finder/wording", ("finder/wording/*.py",), (("tests/wording",), ("tests/web/finder", "-k", "view"))),
    Room(
        "finder/search",
        ("finder/search/*.py",),
        (
            ("tests/search", "--ignore=tests/search/test_index_size.py", "--ignore=tests/search/test_conformance.py"),
            ("tests/search/test_conformance.py", "-k", "numpy"),
        ),
    ),
    Room(
        "finder/web/query",
        ("finder/web/query/*.py", "finder/web/finder/choices.py"),
        (("tests/web/query", "tests/web/finder/test_choices.py"), ("tests/web/open_data/v1/test_routes.py",)),
    ),
)

SLIPS = {
    *("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt"),
    *("Is_IsNot", "IsNot_Is", "In_NotIn", "NotIn_In", "Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "Div_FloorDiv"),
    *("FloorDiv_Div", "FloorDiv_Mul", "Mod_FloorDiv", "Pow_Mul", "BitAnd_BitOr", "BitOr_BitAnd", "BitXor_BitOr"),
    *("LShift_RShift", "RShift_LShift"),
}
"""What a tired hand makes of an operator; cosmic-ray would make anything of it, such as ``hours is not 12``."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change that can be made: the ``occurrence``th of its operator in a file, at a line and column."""

    file: str
    line: int
    column: int
    operator: str
    occurrence: int

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it is: a ``<`` can become five things, and is one place."""
        return (self.file, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a change: the line that it became, and whether a test noticed."""

    change: Change
    became: str
    noticed: bool


def draw(changes: Iterable[Change], count: int, seed: int) -> list[Change]:
    """Draw ``count`` places, or all when there are no more, and one change at each. Equal for equal code and seed."""
    at: dict[tuple[str, int, int], list[Change]] = defaultdict(list)
    for change in changes:
        at[change.place].append(change)
    chance = random.Random(seed)
    places = chance.sample(sorted(at), min(count, len(at)))
    return [chance.choice(sorted(at[place], key=lambda each: (each.operator, each.occurrence))) for place in places]


def means_nothing(source: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return from where to where a change would make no difference: annotations are not evaluated, and dataclasses that
    are no longer frozen or slotted do the same."""
    spans: list[ast.expr] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            spans.append(node.annotation)
        if isinstance(node, ast.FunctionDef) and node.returns:
            spans.append(node.returns)
        if isinstance(node, ast.ClassDef):
            spans += node.decorator_list
    ends = [(span.end_lineno or span.lineno, span.end_col_offset or 0) for span in spans]
    # A change of a decorator begins at its sign.
    return [((span.lineno, max(0, span.col_offset - 1)), end) for span, end in zip(spans, ends, strict=True)]


def score(tried: dict[str, Sequence[Tried]]) -> list[str]:
    """Write how many changes were noticed, by room and in all."""
    everything = {**tried, "all": [each for found in tried.values() for each in found]}
    lines = [f"{'room':20} changes  noticed"]
    for room, found in everything.items():
        noticed = sum(each.noticed for each in found)
        share = f"{100 * noticed / len(found):.0f} %" if found else "-"
        lines.append(f"{room:20} {len(found):7}  {noticed:7}  {share}")
    return lines


def another_word() -> type[Any]:
    """Return the operator that says the next message of a file, which is often of the same table, in place of one."""
    from cosmic_ray.operators.operator import Operator

    def is_message(leaf: Any) -> bool:
        before = [leaf.get_previous_leaf(), leaf.get_previous_leaf() and leaf.get_previous_leaf().get_previous_leaf()]
        return leaf.type == "string" and [each and each.value for each in before] == ["(", "N_"]

    class AnotherWord(Operator):
        def mutation_positions(self, node: Any) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
            if node.type == "string" and is_message(node):
                yield node.start_pos, node.end_pos

        def mutate(self, node: Any, index: int) -> Any:
            leaf, said = node.get_root_node().get_first_leaf(), []
            while leaf is not None:
                said += [leaf] if is_message(leaf) else []
                leaf = leaf.get_next_leaf()
            node.value = said[(said.index(node) + 1) % len(said)].value if len(said) > 1 else '"?"'
            return node

        @classmethod
        def examples(cls) -> tuple[()]:
            return ()

    return AnotherWord


def is_likely(operator: str) -> bool:
    """Tell whether somebody could make this change by accident, by the name that cosmic-ray gives to it."""
    kind, *pair = operator.split("_")
    return "_".join(pair) in SLIPS if kind.endswith(("BinaryOperator", "ComparisonOperator")) else True


def operators() -> dict[str, Any]:
    """Return every operator by its name."""
    from cosmic_ray import plugins

    kinds = {name: plugins.get_operator(name) for name in plugins.operator_names()}
    return {"AnotherWord": another_word()()} | {
        name: kind() for name, kind in kinds.items() if not kind.arguments() and is_likely(name)
    }


def changes_in(file: Path, root: Path, known: dict[str, Any]) -> Iterator[Change]:
    """Yield every change that can be made in a file and that may matter."""
    from cosmic_ray.ast import ast_nodes, get_ast_from_path

    tree, left_out = get_ast_from_path(file), means_nothing(file.read_text("utf-8"))
    for name, operator in known.items():
        starts = (start for node in ast_nodes(tree) for start, _ in operator.mutation_positions(node))
        for occurrence, start in enumerate(starts):
            if not any(since <= start < until for since, until in left_out):
                yield Change(file.relative_to(root).as_posix(), *start, name, occurrence)


def copy_repository(target: Path) -> None:
    """Copy what is committed or will be, and what make setup made of it."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    made = [str(path.relative_to(ROOT)) for path in (ROOT / "translations").rglob("*.mo")]
    made += [str(path.relative_to(ROOT)) for path in (ROOT / "translations").rglob("unreviewed.json")]
    for name in {*listed.stdout.decode().splitlines(), *made}:
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    (target / "static/vendor").symlink_to(ROOT / "static/vendor")


def passes(room: Room, copy: Path, patience: float | None = None) -> bool:
    """Run the tests of a room in a copy. Tests that do not end within ``patience`` seconds have noticed something."""
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    for tests in room.tests:
        command = [*PYTEST, *tests]
        try:
            run = subprocess.run(command, cwd=copy, env=env, capture_output=True, timeout=patience, check=False)
        except subprocess.TimeoutExpired:
            return False
        if run.returncode:
            return False
    return True


def try_change(room: Room, change: Change, copy: Path, known: dict[str, Any], patience: float) -> Tried:
    """Make a change in a copy, run the tests, undo it."""
    from cosmic_ray.mutating import use_mutation

    with use_mutation(copy / change.file, known[change.operator], change.occurrence) as (_, after):
        noticed = not passes(room, copy, patience)
    return Tried(change, after.splitlines()[change.line - 1].strip() or "(left out)", noticed)


def try_room(room: Room, drawn: Sequence[Change], copies: Sequence[Path], known: dict[str, Any]) -> list[Tried]:
    """Try the changes of a room, one at a time in each copy."""
    started = time.monotonic()
    if not passes(room, copies[0]):
        sys.exit(f"the tests of {room.name} fail without any change")
    patience = 30 + 4 * (time.monotonic() - started)
    free: SimpleQueue[Path] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def attempt(change: Change) -> Tried:
        copy = free.get()
        try:
            return try_change(room, change, copy, known, patience)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        return list(pool.map(attempt, drawn))


def main() -> None:
    """Draw, try, print. It ends with an error only where the tests fail without any change."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, help="how many changes to try, divided over the rooms")
    parser.add_argument("seed", type=int, help="the same changes for the same seed and code")
    chosen = parser.parse_args()
    known, tried = operators(), {}
    with ExitStack() as stack:
        folders = [stack.enter_context(tempfile.TemporaryDirectory()) for _ in range(os.cpu_count() or 1)]
        copies = [Path(folder) for folder in folders]
        for copy in copies:
            copy_repository(copy)
        for room in ROOMS:
            files = sorted(file for pattern in room.files for file in copies[0].glob(pattern))
            possible = [change for file in files for change in changes_in(file, copies[0], known)]
            drawn = draw(possible, chosen.count // len(ROOMS), chosen.seed)
            print(f"{room.name}: {len(drawn)} changes in {len({each.place for each in possible})} places", flush=True)
            tried[room.name] = try_room(room, drawn, copies, known)
            for each in sorted(tried[room.name], key=lambda each: each.change.place):
                if not each.noticed:
                    print(f"  nothing noticed {each.change.file}:{each.change.line}: {each.became}", flush=True)
    print("\n".join(score(tried)))


if __name__ == "__main__":
    main()
