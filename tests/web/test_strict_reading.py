"""Whatever stands in a places file: it is refused, or every page about it can be made."""

import json
import random
from datetime import UTC, datetime

from finder.domain.codes import issue_code
from finder.domain.errors import InvalidData
from finder.formats.places_file import format_places, parse_places
from finder.web import create_app
from finder.web.settings import Settings
from tests.formats.test_places_file import EVERYTHING
from tests.published import issue

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
FEATURE = json.loads(format_places([EVERYTHING]))["features"][0]
JUNK = [
    *(None, True, False, 0, -1, 7, 1e999, float("nan"), 10**30, [], {}, [[]], [{}], ["x"], [0]),
    *("", " ", "x", "\ud83d", "\0", "a\u0085b", "é\u200f", "<b>", "http://", "https://[", "javascript:x"),
    *("2026-01-01", "0001-01-01", "2026-00", "99:99", "00:00", "24/7", "Mo", "Mo 10:00+", "yes", "unknown"),
    *("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=DAILY;COUNT=2", "nl", "la", "kmr"),
    *({"source": 0}, {"answer": "yes", "source": 0}),
]
CODES = [issue_code(f"spoiled {number}", ()) for number in range(40)]


def leaves(value, path=()):
    """Every path into the feature, inner ones too."""
    yield path
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from leaves(part, (*path, key))


PATHS = [path for path in leaves(FEATURE) if path]


def spoiled(source, code):
    """The feature under a code of its own, with one to three wrong or odd things in it."""
    feature = json.loads(json.dumps(FEATURE).replace(FEATURE["id"], code))
    for number, gathering in enumerate(feature["properties"]["gatherings"]):
        gathering["id"] = f"{code}-{number}"
    for _ in range(source.choice([1, 1, 1, 2, 3])):
        *parents, last = source.choice(PATHS)
        inside = feature
        try:
            for key in parents:
                inside = inside[key]
            inside[last] = source.choice(JUNK)
        except (KeyError, IndexError, TypeError):
            continue  # the spot is gone: an earlier spoiling replaced what it lay in
    return feature


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": features})


def readable(source):
    """One feature for each code that is read in spite of what is in it."""
    for code in CODES:
        while True:
            feature = spoiled(source, code)
            try:
                parse_places(collection(feature))
            except InvalidData:
                continue
            yield feature
            break


def pages_about(client, code):
    yield client.get(f"/nl+ar/places/{code}")
    yield client.get(f"/en/places/{code}/gatherings.ics")
    yield client.get(f"/api/v1/places/{code}")
    for page in ("compare", "card.html", "moved"):
        yield client.post(f"/nl+uk/{page}", data={"code": code, "near": "4.9,52.36"})


def test_a_file_with_anything_in_it_is_refused_or_shown(tmp_path):
    text = collection(*readable(random.Random(8)))
    (tmp_path / "places.geojson").write_text(text, "utf-8")
    issue(tmp_path / "places.geojson", CODES)
    client = create_app(Settings(places=tmp_path / "places.geojson"), clock=lambda: NOW).test_client()
    answers = [answer for code in CODES for answer in pages_about(client, code)]
    answers += [client.get("/nl/agenda"), client.get("/api/v1/places?limit=100"), client.post("/nl/", data={"go": "1"})]
    answers.append(client.post("/nl/card.pdf", data={"code": CODES[:4]}))
    assert [answer.request.path for answer in answers if answer.status_code != 200] == []
    assert format_places(parse_places(text)).encode()
