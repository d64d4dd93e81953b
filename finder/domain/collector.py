"""Python's search for garbage, put off while much is made of which nothing is garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Put the search for garbage off: over millions of new objects it takes longer than making them.

    What is no longer used is still given back at once. Afterwards all that was made counts as old, so that the next
    search, which is one for young garbage, does not go through it; where a server froze what it had, it joins that.
    Where two threads do this, the search begins again with the first that is ready.
    """
    was_on, frozen = gc.isenabled(), gc.get_freeze_count()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            if not frozen:
                gc.unfreeze()  # back among the oldest: nothing was looked at on the way
            gc.enable()
