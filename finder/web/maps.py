"""The map that Folium draws and our page holds. The only place where (latitude, longitude) comes first.

Folium takes about a second to import, so the script it writes is made once at set-up (``flask build``) and served
as a file: the same for every locale and visitor, without inline script, under the page's own Content-Security-Policy.
"""

from __future__ import annotations

from pathlib import Path

import folium
from branca.element import Figure, MacroElement
from jinja2 import Template

from finder.formats.files import replace_file

MIDDLE_OF_BOTH_CITIES = (52.365, 4.80)
MAP_NAME = "results"
CLOSEST_ZOOM = 19


class ResultsLayer(MacroElement):
    """Hands the map to ``static/js/finder/results-layer.js``, which draws basemap and results on it."""

    _template = Template(
        "{% macro script(this, kwargs) %}samenplekMap.bind({{ this._parent.get_name() }});{% endmacro %}"
    )


class ResultsMap(folium.Map):
    """An empty map with a fixed name in the page's own ``#map``: no tiles, nothing from another server."""

    def __init__(self) -> None:
        super().__init__(location=MIDDLE_OF_BOTH_CITIES, zoom_start=11, tiles=None, zoom_control=False)
        self.options["maxZoom"] = CLOSEST_ZOOM
        self._name, self._id = "map", MAP_NAME
        self.default_js, self.default_css = [], []
        self.add_child(ResultsLayer())  # type: ignore[no-untyped-call]


def map_script() -> str:
    """Return the JavaScript that Folium writes for the map, bound to the element ``#map``."""
    figure = ResultsMap().get_root()
    if not isinstance(figure, Figure):
        raise TypeError("Folium puts a map into a figure")
    figure.render()
    script: str = figure.script.render()
    return script.replace(f'"map_{MAP_NAME}"', '"map"')


def build_map(path: Path) -> None:
    """Write the map script. Raises OSError when the folder cannot be written."""
    replace_file(path, map_script().encode())
