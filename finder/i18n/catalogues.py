"""The state of every message, kept in the .po files alone, and the compiled catalogues that pages read.

gettext's "fuzzy" (Weblate: "needs editing") means here: translated by computer, and no speaker has read it yet. Whoever
reads it takes the flag away. The comment ``by a person`` above a message says that it never was a computer's.

``python -m finder.i18n.catalogues FILE.po ...`` compiles: a .mo with every message, and beside it the list of those
that no speaker has read.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from finder.i18n.locales import LOCALES, SOURCE

TRANSLATIONS = Path(__file__).parents[2] / "translations"
BY_A_PERSON = "by a person"
UNREVIEWED = "unreviewed.json"


class MessageState(StrEnum):
    """Where the words of a message come from (product.md L5)."""

    SOURCE = "source"
    PERSON = "by a person"
    REVIEWED = "reviewed by a speaker"
    COMPUTER = "by computer"
    MISSING = "missing"


def catalogue_path(code: str) -> Path:
    """Return where the .po file of a locale lies."""
    return TRANSLATIONS / code / "LC_MESSAGES" / "messages.po"


def message_key(message: Message) -> str:
    """Return what a message is known by: its text, or its singular."""
    return str(message.id if isinstance(message.id, str) else message.id[0])


def message_state(message: Message, code: str) -> MessageState:
    """Return the state of one message of a locale's catalogue."""
    words = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if not words or not all(words):
        return MessageState.MISSING
    if code == SOURCE:
        return MessageState.SOURCE
    if message.fuzzy:
        return MessageState.COMPUTER
    return MessageState.PERSON if BY_A_PERSON in message.user_comments else MessageState.REVIEWED


def read_catalogue(path: Path) -> Catalog:
    """Read a .po file. Raises OSError, or babel's PoFileError when it is not one."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def messages(catalogue: Catalog) -> Iterable[Message]:
    """Yield the messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def summary(code: str) -> Counter[MessageState]:
    """Count the messages of a locale by their state."""
    return Counter(message_state(message, code) for message in messages(read_catalogue(catalogue_path(code))))


def compile_catalogue(path: Path) -> None:
    """Write messages.mo and the list of unreviewed messages beside a .po file."""
    catalogue = read_catalogue(path)
    code = path.parent.parent.name
    unread = [message_key(item) for item in messages(catalogue) if message_state(item, code) is MessageState.COMPUTER]
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue, use_fuzzy=True)
    path.with_name(UNREVIEWED).write_text(json.dumps(sorted(unread), ensure_ascii=False, indent=0), "utf-8")


@cache
def unreviewed(code: str) -> frozenset[str]:
    """Return the messages of a locale that no speaker has read; none when it was not compiled."""
    try:
        return frozenset(json.loads(catalogue_path(code).with_name(UNREVIEWED).read_text("utf-8")))
    except FileNotFoundError:
        return frozenset()


@cache
def complete_locales() -> tuple[str, ...]:
    """Return the locales that have a compiled catalogue, the source first."""
    return tuple(code for code in LOCALES if code == SOURCE or catalogue_path(code).with_suffix(".mo").exists())


if __name__ == "__main__":
    for name in sys.argv[1:]:
        compile_catalogue(Path(name))
