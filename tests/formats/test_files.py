"""A file is replaced as a whole or not at all."""

import os
import stat

import pytest

from finder.formats.files import replace_file


def test_a_file_is_replaced_and_may_be_read_by_everybody(tmp_path):
    path = tmp_path / "places.geojson"
    path.write_bytes(b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_whole_keeps_the_old_one_and_leaves_nothing_behind(tmp_path, monkeypatch):
    path = tmp_path / "places.geojson"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
