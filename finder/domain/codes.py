"""Permanent short codes of places: four Crockford base-32 digits and a check character.

The check is Crockford's (the number modulo 37), which catches every single wrong character and every
swap of two neighbours. Of the 37 check symbols five are punctuation; a number whose check would be one
of those is never issued, so that every code can stand in a path, a fragment and on paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container
from itertools import product

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 5
CODES_IN_ALL = 32**4
_PAIRS = {first + second: number for number, (first, second) in enumerate(product(DIGITS, repeat=2))}
"""Two digits at once: every code of a large file is checked while it is read."""
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def _code(number: int) -> str | None:
    check = number % 37
    if check >= len(DIGITS):
        return None
    digits = "".join(DIGITS[number >> shift & 31] for shift in (15, 10, 5, 0))
    return digits + DIGITS[check]


def normalise_code(text: str) -> str | None:
    """Return the code somebody meant (o for 0, l for 1, small letters, spaces), or None when its check fails."""
    code = text.strip().upper().translate(_READ_AS)
    return code if is_code(code) else None


def is_code(text: str) -> bool:
    """Tell whether a text is a code as it is written, check character included."""
    high, low = _PAIRS.get(text[:2]), _PAIRS.get(text[2:4])
    if len(text) != CODE_LENGTH or high is None or low is None:
        return False
    check = (high * len(_PAIRS) + low) % 37
    return check < len(DIGITS) and DIGITS[check] == text[-1]


def issue_code(seed: str, taken: Container[str], prefix: str = "") -> str:
    """Return a code that is not in ``taken``: the same for the same seed as long as it is free.

    ``taken`` must hold retired codes too, since a code is never used again. ``prefix`` stands before the code.
    """
    start = int.from_bytes(hashlib.blake2b(seed.encode(), digest_size=4).digest()) % CODES_IN_ALL
    for step in range(CODES_IN_ALL):
        code = _code((start + step) % CODES_IN_ALL)
        if code is not None and prefix + code not in taken:
            return prefix + code
    raise OverflowError("every code has been issued")
