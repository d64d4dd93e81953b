"""The published places as one whole, and what is newly published: looked at beside the old, then swapped whole."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from finder.domain.clock import Clock, utc_now
from finder.domain.code_register import CodeStatus, IssuedCode
from finder.domain.collector import collector_off, search_all
from finder.domain.engine import SearchEngine
from finder.domain.errors import FinderError, InvalidData
from finder.domain.place import Place
from finder.domain.sourced import PartialDate
from finder.formats.code_register import codes_beside, read_codes
from finder.formats.places_file import read_places
from finder.recurrence.agenda import Agenda
from finder.search.index import PlaceIndex
from finder.search.names import PlaceNames
from finder.search.similar import SimilarPlaces

LOOK_EVERY_SECONDS = 0.5
"""Two looks, the reading and the swap together take less than the two seconds that are promised."""

_log = logging.getLogger(__name__)

Marks = tuple[tuple[int, int, int] | None, ...]
"""What a look at the files costs no reading for: when written (ns), size and inode of each, None for a missing one."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Snapshot:
    """The places as they were published at one moment, laid out for every question.

    ``version`` follows from what the files say, so it is the same in every process; ``newest`` is the newest date that
    a source of a place states; ``codes`` is every code ever issued.
    """

    version: str
    newest: PartialDate | None
    places: tuple[Place, ...]
    index: SearchEngine
    agenda: Agenda
    similar: SimilarPlaces
    names: PlaceNames
    codes: Mapping[str, IssuedCode]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was published and is not served: why, in an operator's words, and since when (aware)."""

    why: str
    since: datetime


def version_of(places: Path) -> str:
    """Return a short digest of a places file and its register; whoever reads them is told what is missing."""
    digest = hashlib.blake2b(digest_size=6)
    for path in (places, codes_beside(places)):
        with suppress(OSError), path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "blake2b").digest())
    return digest.hexdigest()


def load_snapshot(places: Path) -> Snapshot:
    """Read a places file and the register beside it.

    Raises InvalidData for the first thing that is not as documented, or when the two do not belong together.
    """
    with collector_off():
        return _load(places)


def _load(places: Path) -> Snapshot:
    # The version first: what is written while the rest is read then has another one, and is read again.
    version = version_of(places)
    published = read_places(places)
    issued = {entry.code: entry for entry in read_codes(codes_beside(places)).entries()}
    for place in published:
        entry = issued.get(place.code)
        if entry is None or entry.status is not CodeStatus.ACTIVE:
            found = entry.status if entry else "not in it"
            raise InvalidData(codes_beside(places).name, f"code {place.code} of a place is {found}")
    dates = [date for place in published if (date := place.information_date)]
    newest = max(dates, key=PartialDate.earliest, default=None)
    laid_out = PlaceIndex(published), Agenda(published), SimilarPlaces(published), PlaceNames(published)
    return Snapshot(version, newest, published, *laid_out, issued)


class Library:
    """Holds the snapshot that is served. Threads may ask at any time; nobody waits while another one is read."""

    def __init__(self, places: Path, clock: Clock = utc_now) -> None:
        """Load the first snapshot. Raises InvalidData rather than serve fewer places than the file has."""
        self._places = places
        self._clock = clock
        self._seen = self._marks()
        self._doubt = ""
        self._snapshot = load_snapshot(places)
        self._since = clock()
        self._refusal: Refusal | None = None
        self._watched_in: dict[int, object] = {}
        self._closed = threading.Event()

    def current(self) -> Snapshot:
        """Return the snapshot to answer with; ask once for one answer."""
        return self._snapshot

    @property
    def since(self) -> datetime:
        """The moment (aware) from which on this process serves its snapshot."""
        return self._since

    @property
    def refusal(self) -> Refusal | None:
        """What was published since and could not be taken."""
        return self._refusal

    @property
    def watched(self) -> bool:
        """Whether this process looks by itself."""
        return os.getpid() in self._watched_in

    def look(self) -> None:
        """Take what was newly published, or refuse it and keep what there is. Never raises; for one thread at a time.

        Files are written one after the other and perhaps slowly: they are refused when the next look finds them as
        wrong as this one did.
        """
        marks = self._marks()
        if marks != self._seen:
            self._seen = marks
            self._doubt = self._take()
        elif self._doubt:
            self._refusal = Refusal(self._doubt, self._clock())
            self._doubt = ""
            _log.error("refused, version %s stays: %s", self._snapshot.version, self._refusal.why)

    def watch(self) -> None:
        """Look from now on, in a thread of this process, and once before: a process may start long after the reading.

        Call it in the process that answers, after any fork; calling it again does nothing.
        """
        me = object()
        if self._watched_in.setdefault(os.getpid(), me) is not me:
            return
        self.look()
        threading.Thread(target=self._keep_looking, name="library", daemon=True).start()

    def close(self) -> None:
        """Look no more; what is there is still served."""
        self._closed.set()

    def _keep_looking(self) -> None:
        while not self._closed.wait(LOOK_EVERY_SECONDS):
            self.look()

    def _marks(self) -> Marks:
        return tuple(map(_mark, (self._places, codes_beside(self._places))))

    def _take(self) -> str:
        """Return why what is published cannot be taken, or nothing."""
        try:
            if version_of(self._places) != self._snapshot.version:
                with _in_short_turns():
                    self._snapshot = load_snapshot(self._places)
                self._since = self._clock()
                # The old places are gone by now; the memory they were in is given back in a search for garbage only.
                search_all()
                _log.info("version %s: %d places", self._snapshot.version, len(self._snapshot.places))
        except FinderError as error:
            # Everybody may read why: not where on this machine the files are.
            return str(error).replace(f"{self._places.parent}{os.sep}", "")
        except Exception as error:  # a file may be wrong in a way that nobody thought of; the old places are not
            _log.exception("a published file could not be read")
            return f"cannot be read ({type(error).__name__})"
        self._refusal = None
        return ""


@contextmanager
def _in_short_turns() -> Iterator[None]:
    """Let threads take turns of half a millisecond: reading gives its turn away often, and waits for each of theirs."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def _mark(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
