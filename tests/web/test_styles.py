"""Every page loads the stylesheets that know its classes, and no other: one for all, and at most one of its kind."""

import json
import re

import pytest

from tests.paths import ROOT

PLACES = json.loads((ROOT / "data/places.geojson").read_text("utf-8"))["features"]
CODES = [place["properties"]["code"] for place in PLACES if not place["properties"].get("status")][:3]
STYLESHEET = re.compile(r'<link rel="stylesheet" href="/static/([^"?]+)')
CLASSES_OF_ELEMENT = re.compile(r'\bclass="([^"]*)"')
CLASS_OF_RULE = re.compile(r"\.(-?[a-z_][\w-]*)", re.IGNORECASE)
BUNDLES = ROOT / "static/vendor/css"


def classes_in_html(html):
    return {name for value in CLASSES_OF_ELEMENT.findall(html) for name in value.split()}


def classes_in_css(css):
    return {name for selector in re.findall(r"([^{}]+)\{", css) for name in CLASS_OF_RULE.findall(selector)}


def used_properties(css):
    return set(re.findall(r"var\((--[\w-]+)", css))


def named_properties(css):
    return set(re.findall(r"(--[\w-]+)\s*:", css))


ALL = {path: classes_in_css(path.read_text("utf-8")) for path in BUNDLES.rglob("*.css")}


PAGES = [
    ("GET", "", ["site", "finder/search"]),
    ("POST", "", ["site", "finder/search"]),
    ("GET", "places/{code}", ["site", "finder/place"]),
    ("POST", "agenda", ["site", "finder/agenda"]),
    ("POST", "shortlist", ["site", "together/together"]),
    ("POST", "compare", ["site", "together/together"]),
    ("POST", "moved", ["site", "together/together"]),
    ("GET", "words", ["site", "together/together"]),
    ("POST", "card", ["site", "together/card"]),
    ("GET", "places/none", ["site"]),
]


def html_of(client, path, method):
    data = {"code": CODES, "where": "1091 GB", "go": "1"} if method == "POST" else None
    return client.open(path.format(code=CODES[0]), method=method, data=data).get_data(as_text=True)


@pytest.mark.parametrize(("method", "path", "sheets"), PAGES)
def test_a_page_loads_the_styles_of_its_classes(client, method, path, sheets):
    html = html_of(client, f"/nl+ar/{path}", method)
    assert STYLESHEET.findall(html) == [f"vendor/css/{name}.css" for name in sheets]
    known = set().union(*(ALL[BUNDLES / f"{name}.css"] for name in sheets))
    elsewhere = set().union(*ALL.values()) - known
    assert classes_in_html(html) & elsewhere == set()


@pytest.mark.parametrize("sheet", sorted(BUNDLES.rglob("*.css")), ids=lambda path: path.stem)
def test_every_custom_property_is_named_in_the_sheet_of_all_pages_or_beside_its_use(sheet):
    css = sheet.read_text("utf-8") + (BUNDLES / "site.css").read_text("utf-8")
    assert used_properties(css) - named_properties(css) == set()


def test_the_card_as_a_file_brings_all_of_its_style_along(client):
    html = client.post("/nl+ar/card.html", data={"code": CODES}).get_data(as_text=True)
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert {"card", "card-place", "card-foot"} <= classes_in_css(style)
    assert used_properties(style) - named_properties(style) == set()
    assert "@import" not in style
    assert "url(" not in style


def test_every_class_on_a_page_has_a_rule(client):
    """In a language with unreviewed words, so that what is said about them is there too."""
    worn = set()
    for method, path, _ in PAGES:
        worn |= classes_in_html(html_of(client, f"/ar+nl/{path}", method))
    assert worn - set().union(*ALL.values()) == set()
