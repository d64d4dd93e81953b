"""Which answer we have: written and read, and nothing known where that fails."""

import pytest

from finder.refresh.client import Version
from finder.refresh.versions import asked, format_versions, read_versions

VERSIONS = {"https://example.org/b": Version('"1"', ""), "https://example.org/a?x=1": Version("", "Mon")}


def test_what_is_written_is_read_again(tmp_path):
    (tmp_path / "v.json").write_bytes(format_versions(VERSIONS))
    assert read_versions(tmp_path / "v.json") == VERSIONS
    assert format_versions(dict(reversed(VERSIONS.items()))) == format_versions(VERSIONS)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": 5}', b"\xff"])
def test_a_damaged_file_means_that_nothing_is_known(tmp_path, content):
    (tmp_path / "v.json").write_bytes(content)
    assert read_versions(tmp_path / "v.json") == {}
    assert read_versions(tmp_path / "none.json") == {}


def test_another_box_is_another_question():
    assert asked("https://example.org/", {"q": "a b"}) == "https://example.org/?q=a+b"
    assert asked("https://example.org/") == "https://example.org/"
