"""What is published is swapped whole; what is wrong with it is refused, and the old places stay."""

from __future__ import annotations

import gc
import logging
import sys
import threading
import time
import weakref
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from finder.domain.code_register import CodeStatus, IssuedCode
from finder.domain.codes import issue_code
from finder.domain.errors import InvalidData
from finder.domain.place import Place
from finder.domain.sourced import PartialDate
from finder.usecases import library as module
from finder.usecases.library import Library, version_of
from tests.places import a_place, a_source
from tests.published import publish

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
FIRST, SECOND = (issue_code(name, ()) for name in ("first", "second"))


def place(code: str, name: str, said_on: str = "2025-01-01") -> Place:
    return a_place(name, code=code, source=a_source(said_on))


OLD = [place(FIRST, "De Oude")]
NEW = [place(FIRST, "De Nieuwe"), place(SECOND, "De Tweede", "2026-05")]


class Watch:
    """A clock that is set forward by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(publish(tmp_path, OLD), Watch())


def names(library: Library) -> list[str]:
    return [each.name for each in library.current().places]


def _register(folder: Path, text: str) -> None:
    (folder / "codes.csv").write_text(f"code,row,status,moved_to\n{text}", "utf-8")


def test_a_new_file_is_served_from_the_next_look_on(library: Library, tmp_path: Path):
    before = library.current()
    publish(tmp_path, NEW)
    assert library.current() is before
    library.look()
    assert sorted(names(library)) == ["De Nieuwe", "De Tweede"]
    assert library.current().version != before.version
    assert library.since == NOW + timedelta(minutes=2)
    assert [each.name for each in before.places] == ["De Oude"]
    assert library.refusal is None


def test_all_parts_of_a_snapshot_are_of_the_same_places(library: Library, tmp_path: Path):
    publish(tmp_path, NEW)
    library.look()
    served = library.current()
    assert {each.code for each in served.places} == {FIRST, SECOND}
    assert {each.code for each in served.similar.places} == {FIRST, SECOND}
    assert set(served.codes) == {FIRST, SECOND}
    assert served.newest == PartialDate("2026-05")


def test_a_version_follows_from_what_the_files_say_alone(library: Library, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    elsewhere = publish(tmp_path / "elsewhere", OLD)
    assert Library(elsewhere).current().version == library.current().version
    publish(tmp_path / "elsewhere", OLD, [IssuedCode(SECOND, "gone", CodeStatus.RETIRED)])
    assert version_of(elsewhere) != library.current().version


def test_a_file_that_says_the_same_is_not_laid_out_again(library: Library, tmp_path: Path, monkeypatch):
    before = library.current()
    publish(tmp_path, OLD)
    monkeypatch.setattr(module, "load_snapshot", None)
    library.look()
    library.look()
    assert library.current() is before
    assert library.refusal is None


def test_without_news_a_look_reads_nothing(library: Library, monkeypatch):
    monkeypatch.setattr(module, "version_of", None)
    library.look()
    assert library.refusal is None


WRONG = {
    "no json": (b"{", "places.geojson: is not JSON"),
    "other json": (b"{}", "places.geojson: is not a GeoJSON FeatureCollection"),
    "no text": (b"\xff\xfe", "places.geojson: cannot be read"),
    "wrong feature": (b'{"type":"FeatureCollection","features":[{"type":"Feature"}]}', "places.geojson, feature 0"),
}


@pytest.mark.parametrize(("content", "why"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_changes_nothing_and_is_told_loudly_once(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes, why: str
):
    before = library.current()
    (tmp_path / "places.geojson").write_bytes(content)
    for _ in range(4):
        library.look()
    assert library.current() is before
    assert library.refusal is not None
    assert why in library.refusal.why
    assert library.refusal.since == library.since + timedelta(minutes=1)
    (told,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert why in told.getMessage()
    assert before.version in told.getMessage()
    assert str(tmp_path) not in told.getMessage()


def test_a_good_file_is_taken_after_a_wrong_one(library: Library, tmp_path: Path):
    (tmp_path / "places.geojson").write_bytes(b"{")
    library.look()
    library.look()
    assert library.refusal
    publish(tmp_path, NEW)
    library.look()
    assert len(names(library)) == 2
    assert library.refusal is None


def test_the_old_file_put_back_ends_the_warning(library: Library, tmp_path: Path):
    before = library.current()
    (tmp_path / "places.geojson").write_bytes(b"{")
    library.look()
    library.look()
    publish(tmp_path, OLD)
    library.look()
    assert library.refusal is None
    assert library.current() is before


def test_a_file_that_is_still_being_written_is_waited_for(library: Library, tmp_path: Path):
    whole = publish(tmp_path, NEW).read_bytes()
    for part in (10, 100, len(whole)):
        (tmp_path / "places.geojson").write_bytes(whole[:part])
        library.look()
        assert library.refusal is None
    assert len(names(library)) == 2


def test_places_that_the_register_does_not_know_yet_wait_for_it(library: Library, tmp_path: Path):
    register = (tmp_path / "codes.csv").read_bytes()
    publish(tmp_path, NEW)
    complete = (tmp_path / "codes.csv").read_bytes()
    (tmp_path / "codes.csv").write_bytes(register)
    library.look()
    assert names(library) == ["De Oude"]
    assert library.refusal is None
    (tmp_path / "codes.csv").write_bytes(complete)
    library.look()
    assert len(names(library)) == 2
    assert library.refusal is None


@pytest.mark.parametrize("status", ["retired,", f"moved,{SECOND}"])
def test_places_whose_code_stands_for_nothing_any_more_wait_too(library: Library, tmp_path: Path, status: str):
    _register(tmp_path, f"{FIRST},a,{status}\n{SECOND},b,active,\n")
    library.look()
    assert library.refusal is None
    library.look()
    assert library.refusal
    assert f"codes.csv: code {FIRST} of a place is {status.split(',')[0]}" in library.refusal.why


@pytest.mark.parametrize("missing", ["places.geojson", "codes.csv"])
def test_a_file_that_is_taken_away_is_refused(library: Library, tmp_path: Path, missing: str):
    (tmp_path / missing).unlink()
    library.look()
    library.look()
    assert library.refusal
    assert library.refusal.why.startswith(f"{missing}: ")
    assert str(tmp_path) not in library.refusal.why
    assert names(library) == ["De Oude"]


@pytest.mark.parametrize("missing", ["places.geojson", "codes.csv"])
def test_a_library_does_not_open_without_one_of_its_files(tmp_path: Path, missing: str):
    file = publish(tmp_path, OLD)
    (tmp_path / missing).unlink()
    with pytest.raises(InvalidData, match=missing):
        Library(file)


@pytest.mark.parametrize(
    ("register", "why"),
    [("XXXXX,a,active,\n", "line 2"), ("", f"{FIRST} of a place is not in it"), (f"{FIRST},a,retired,\n", "retired")],
)
def test_a_library_does_not_open_with_a_register_of_other_places(tmp_path: Path, register: str, why: str):
    file = publish(tmp_path, OLD)
    _register(tmp_path, register)
    with pytest.raises(InvalidData, match=why):
        Library(file)


def test_a_failure_that_nobody_thought_of_is_refused_as_well(
    library: Library, tmp_path: Path, monkeypatch, caplog: pytest.LogCaptureFixture
):
    def fail(_: Path) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(module, "load_snapshot", fail)
    publish(tmp_path, NEW)
    library.look()
    library.look()
    assert library.refusal
    assert "RecursionError" in library.refusal.why
    assert any(record.exc_info for record in caplog.records)


def test_nobody_waits_while_the_next_snapshot_is_read(library: Library, tmp_path: Path, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    load = module.load_snapshot

    def slowly(path: Path) -> module.Snapshot:
        begun.set()
        assert go_on.wait(10)
        return load(path)

    usual = sys.getswitchinterval()
    monkeypatch.setattr(module, "load_snapshot", slowly)
    publish(tmp_path, NEW)
    looking = threading.Thread(target=library.look)
    looking.start()
    assert begun.wait(10)
    assert names(library) == ["De Oude"]
    assert sys.getswitchinterval() < usual
    go_on.set()
    looking.join(10)
    assert sys.getswitchinterval() == usual
    assert len(names(library)) == 2


def test_nothing_of_the_old_snapshot_stays_in_memory(library: Library, tmp_path: Path):
    old = library.current()
    old.index.by_code(FIRST)
    old.agenda.week(date(2026, 11, 25))
    old.similar.most_similar(OLD[0], OLD[0].point)
    parts = [weakref.ref(part) for part in (old, old.index, old.agenda, old.similar)]
    del old
    publish(tmp_path, NEW)
    # Without the collector: gunicorn.conf.py freezes the first snapshot, and what is frozen it never collects.
    gc.collect()
    gc.disable()
    try:
        library.look()
        assert [part() for part in parts] == [None] * 4
    finally:
        gc.enable()


def _wait_for(what) -> bool:
    deadline = time.monotonic() + 2
    while not what() and time.monotonic() < deadline:
        time.sleep(0.02)
    return bool(what())


def test_who_watches_takes_at_once_what_was_published_before(library: Library, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(Library, "_keep_looking", lambda self: None)
    publish(tmp_path, NEW)
    library.watch()
    assert len(names(library)) == 2


def test_who_watches_notices_within_two_seconds_and_once_a_process(tmp_path: Path, monkeypatch):
    looks: list[str] = []

    class Counted(Library):
        def look(self) -> None:
            looks.append(threading.current_thread().name)
            super().look()

    library = Counted(publish(tmp_path, OLD))
    library.watch()
    library.watch()
    publish(tmp_path, NEW)
    assert _wait_for(lambda: len(names(library)) == 2)
    watching = [thread for thread in threading.enumerate() if thread.name == "library"]
    library.close()
    for thread in watching:
        thread.join(5)
    assert not any(thread.is_alive() for thread in watching)
    assert len(watching) == 1
    assert watching[0].daemon
    assert set(looks) == {"MainThread", "library"}


def test_a_forked_process_watches_for_itself(library: Library, monkeypatch):
    started: list[int] = []
    monkeypatch.setattr(Library, "_keep_looking", lambda self: started.append(1))
    for process in (1, 1, 2):
        monkeypatch.setattr(module.os, "getpid", lambda process=process: process)
        library.watch()
    assert _wait_for(lambda: len(started) == 2)
    assert len(started) == 2


def test_a_swap_looks_for_garbage_once_and_a_look_without_news_never(library: Library, tmp_path: Path, monkeypatch):
    searched: list[int] = []
    monkeypatch.setattr(module, "search_all", lambda: searched.append(len(library.current().places)))
    library.look()
    assert searched == []
    publish(tmp_path, NEW)
    library.look()
    library.look()
    assert searched == [2]
