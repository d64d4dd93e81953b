"""The map comes with Folium's own code for our element, and with nothing from another server."""

import re

from finder.web.maps import build_map, map_script


def test_the_map_is_bound_to_our_element_and_shows_both_cities(tmp_path):
    script = map_script()
    assert 'L.map(\n                "map"' in script
    assert "samenplekMap.bind(map_results)" in script
    assert re.search(r"center: \[52\.365, 4\.8\]", script)
    assert "http" not in script
    build_map(tmp_path / "map.js")
    assert (tmp_path / "map.js").read_text() == script
