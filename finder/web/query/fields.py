"""What a field of a form may hold: values of a vocabulary, a whole number, a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from finder.domain.errors import InvalidInput

Form = MultiDict[str, str]

_V = TypeVar("_V", bound=str)


def keys(key: str, values: Iterable[str], allowed: Iterable[_V]) -> frozenset[_V]:
    """Read values of a vocabulary. Raises InvalidInput for one that is not in it."""
    known, chosen = {str(each): each for each in allowed}, list(values)
    for value in chosen:
        if value not in known:
            raise InvalidInput(key, value, f"one of {', '.join(known)}")
    return frozenset(known[value] for value in chosen)


def whole_number(key: str, text: str, least: int, most: int) -> int:
    """Read a whole number from ``least`` to ``most``. Raises InvalidInput."""
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and least <= int(text) <= most):
        raise InvalidInput(key, text, f"a whole number from {least} to {most}")
    return int(text)


def iso_day(key: str, text: str, allowed: str) -> date:
    """Read a day as YYYY-MM-DD; ``allowed`` says what would have been right. Raises InvalidInput."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInput(key, text, allowed) from None


@contextmanager
def called_by(keys: Mapping[str, str]) -> Iterator[None]:
    """Call a field that is refused in here by its key in ``keys``. Raises InvalidInput."""
    try:
        yield
    except InvalidInput as error:
        raise error.called(keys.get(error.key, error.key)) from None
