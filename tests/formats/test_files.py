"""Files are replaced as a whole or not at all, several of them together."""

import os
import stat

import pytest

from finder.formats import files
from finder.formats.files import finish_replacing, replace_file, replace_files


class Crash(BaseException):
    """What a process that is killed leaves behind: no handler of ours runs."""


def _old(tmp_path, *names):
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.write_bytes(b"old")
    return paths


def test_a_file_is_replaced_and_may_be_read_by_everybody(tmp_path):
    (path,) = _old(tmp_path, "places.geojson")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_is_full_keeps_every_old_file_and_leaves_nothing_behind(tmp_path, monkeypatch):
    paths = _old(tmp_path, "codes.csv", "places.geojson")
    written = []

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) == 2:
            raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        replace_files(dict.fromkeys(paths, b"new"))
    assert [path.read_bytes() for path in paths] == [b"old", b"old"]
    assert sorted(tmp_path.iterdir()) == paths


@pytest.mark.parametrize("renames", [0, 1, 2, 3])
def test_a_crash_between_renames_leaves_all_old_or_is_finished(tmp_path, monkeypatch, renames):
    paths = _old(tmp_path, "codes.csv", "places.geojson")
    replace, done = os.replace, []

    def crashing(part, path):
        if len(done) == renames:
            raise Crash
        done.append(path)
        replace(part, path)

    monkeypatch.setattr(os, "replace", crashing)
    monkeypatch.setattr(files.Path, "unlink", lambda *_args, **_kept: None)
    if renames < 3:
        with pytest.raises(Crash):
            replace_files(dict.fromkeys(paths, b"new"))
    else:
        replace_files(dict.fromkeys(paths, b"new"))
    monkeypatch.undo()
    finish_replacing(tmp_path)
    assert {path.read_bytes() for path in paths} == {b"old" if renames == 0 else b"new"}
    assert not (tmp_path / ".replacing.json").exists()


def test_only_parts_that_a_crash_left_an_hour_ago_are_removed(tmp_path):
    old, young, other = _old(tmp_path, ".places.geojson.abcd1234.part", ".codes.csv.abcd1234.part", ".notes.part")
    os.utime(old, (0, 0))
    os.utime(other, (0, 0))
    finish_replacing(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([young, other])


def test_a_broken_journal_and_a_folder_that_is_not_there_stop_nobody(tmp_path):
    (journal,) = _old(tmp_path, ".replacing.json")
    for wrong in (b"{", b"[1]", b'{"places.geojson": 5}'):
        journal.write_bytes(wrong)
        finish_replacing(tmp_path)
    finish_replacing(tmp_path / "nowhere")


def test_a_journal_names_files_of_its_own_folder_only(tmp_path):
    outside = tmp_path.parent / "outside.csv"
    outside.write_bytes(b"old")
    (part,) = _old(tmp_path, ".outside.csv.abcd1234.part")
    (tmp_path / ".replacing.json").write_text(f'{{"../outside.csv": "{part.name}"}}')
    finish_replacing(tmp_path)
    assert outside.read_bytes() == b"old"
