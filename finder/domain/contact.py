"""Phone numbers and addresses for e-mail, as people write them."""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"[\s().\-\u2010-\u2015/]+")
_DIGITS = re.compile(r"\+?\d{3,15}", re.ASCII)
_EMAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)


def dialled(phone: str) -> str:
    """Return what a telephone dials: digits, a plus in front where the number has one.

    The zero in brackets of "+31 (0) 20" is dialled at home only.
    """
    return _SEPARATORS.sub("", phone.replace("(0)", "") if phone.lstrip().startswith("+") else phone)


def is_phone(text: str) -> bool:
    """Tell whether a text is one phone number and nothing else."""
    return _DIGITS.fullmatch(dialled(text)) is not None


def is_email(text: str) -> bool:
    """Tell whether a text is one address for e-mail."""
    return _EMAIL.fullmatch(text) is not None
