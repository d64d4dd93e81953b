"""What one visitor may not take from the others: work that is expensive is done one at a time, and not without end."""

from __future__ import annotations

import hashlib
import ipaddress
import math
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property

from flask import request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import ServiceUnavailable, TooManyRequests

_MINUTE = 60


class OneAtATime:
    """Lets one caller of this process in, one more wait ``patience`` seconds for it, and sends all others away.

    Whoever waits holds a thread, so there must be more threads than two.
    """

    def __init__(self, patience: float = 5.0) -> None:
        self._patience = patience
        self._working, self._waiting = threading.Lock(), threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Work while nobody else does. Raises ServiceUnavailable, with when to come back."""
        if not self._working.acquire(blocking=False):
            self._wait()
        try:
            yield
        finally:
            self._working.release()

    def _wait(self) -> None:
        come_back = math.ceil(self._patience)
        if not self._waiting.acquire(blocking=False):
            raise ServiceUnavailable(retry_after=come_back)
        try:
            if not self._working.acquire(timeout=self._patience):
                raise ServiceUnavailable(retry_after=come_back)
        finally:
            self._waiting.release()


def _network_of(address: str) -> str:
    """One client of IPv6 has 2^64 addresses: those of one network count as one."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return address if found.version == 4 else str(ipaddress.ip_network((found.packed, 64), strict=False))


class PerAddress:
    """Counts what each address asks in a minute, and knows the addresses by a digest alone.

    Its salt is drawn anew each minute and kept nowhere, so of a minute ago nobody can tell any more who asked.
    """

    def __init__(self, most: int, clock: Callable[[], float] = time.time) -> None:
        self._limit = RateLimitItemPerMinute(most)
        self._clock = clock
        self._salted: tuple[int, bytes] = (-1, b"")

    @cached_property
    def _counter(self) -> FixedWindowRateLimiter:
        return FixedWindowRateLimiter(MemoryStorage())  # begins a thread: not before the workers are there

    def name_of(self, address: str) -> str:
        """Return what an address is called in this minute."""
        minute, (salted, salt) = int(self._clock()) // _MINUTE, self._salted
        if salted != minute:
            salt = secrets.token_bytes(16)
            self._salted = minute, salt
        return hashlib.blake2b(_network_of(address).encode(), key=salt, digest_size=16).hexdigest()

    def count(self) -> None:
        """Count this request. Raises TooManyRequests, with when to come back."""
        if not self._counter.hit(self._limit, self.name_of(request.remote_addr or "")):
            raise TooManyRequests(retry_after=_MINUTE - int(self._clock()) % _MINUTE)
