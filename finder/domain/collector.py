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


def search_all() -> None:
    """Search everything for garbage, also what a server froze, and freeze what is left where it had.

    Answers that were being made while ``collector_off`` ended were frozen with the rest, and would be garbage for ever.
    It holds up all threads: about 60 ms with the real places, 0.3 s with 20,000.
    """
    frozen = gc.get_freeze_count()
    gc.unfreeze()
    gc.collect()
    if frozen:
        gc.freeze()
