"""Data in a page: what a name holds stays data."""

import json

from finder.web.json_script import json_script


def test_no_name_closes_the_element_it_stands_in():
    name = "</script><img onerror=alert(1)> & “مسجد”"
    written = json_script({"name": name})
    assert "<" not in written
    assert json.loads(written) == {"name": name}
