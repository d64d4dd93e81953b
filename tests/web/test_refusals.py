"""What no answer does, whatever is asked: guess, tell of its making, serve a folder, or run what it read."""

from __future__ import annotations

import re

import pytest

from finder.web import create_app
from tests.paths import ROOT

SOME_OF_EVERYTHING = (
    "/nl/",
    "/nl+ar/agenda",
    "/nl/places/1BT0M",
    "/nl/nothing",
    "/wiped",
    "/healthz",
    "/basemap.geojson",
    "/api/v1/places?limit=1",
    "/api/v1/places?kind=castle",
    "/static/vendor/css/site.css",
    "/static/no.css",
)
RUNS_WHAT_IT_READS = re.compile(
    r"(?<![\w.])(?:eval|exec|__import__|compile)\(|\b(?:pickle|marshal|shelve|dill)\.|yaml\.(?:unsafe_)?load\(|shell=True"
    r"|os\.(?:system|popen)\(|allow_pickle=True|render_template_string\(|new Function\(|document\.write\("
    r"|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML\(|set(?:Timeout|Interval)\(\s*[\"'`]"
)


@pytest.mark.parametrize("path", SOME_OF_EVERYTHING)
def test_every_answer_says_what_it_is_and_forbids_to_guess(client, path):
    with client.get(path) as answer:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.mimetype
        assert not answer.mimetype.startswith("text/") or answer.mimetype_params["charset"] == "utf-8"


@pytest.mark.parametrize("path", SOME_OF_EVERYTHING)
def test_no_answer_tells_what_it_was_made_with(client, path):
    with client.get(path) as answer:
        assert {"Server", "X-Powered-By", "Via"}.isdisjoint(answer.headers.keys())
        assert not re.search(r"(?i)werkzeug|gunicorn|waitress|(?:flask|python)/\d", answer.get_data(as_text=True))


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND"])
@pytest.mark.parametrize("path", ["/nl/", "/nl/card.pdf", "/api/v1/places", "/healthz", "/wiped"])
def test_a_method_that_is_not_in_use_is_refused(client, method, path):
    assert client.open(path, method=method).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static/js/",
        "/static/vendor/",
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/vendor/.stamp",
        "/static/vendor/pdf-fonts/.stamp",
        "/.git/config",
        "/.env",
        "/app.py",
        "/data/places.geojson",
        "/data/codes.csv",
    ],
)
def test_no_folder_and_no_hidden_file_is_served(client, path):
    with client.get(path, follow_redirects=True) as answer:
        assert answer.mimetype == "text/html"
        assert answer.status_code == 404 or answer.request.path == "/nl/"


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded", "", None])
def test_the_api_reads_json_and_nothing_else(client, kind):
    answer = client.post("/api/v1/places/search", data=b"{}", content_type=kind)
    assert answer.status_code == 415
    assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize("origin", ["null", "https://evil.example", "http://localhost"])
def test_where_a_request_says_it_is_from_changes_nothing(client, origin):
    for path in ("/nl/places/1BT0M", "/api/v1/places?limit=1"):
        told, plain = client.get(path, headers={"Origin": origin}), client.get(path)
        assert (told.status_code, told.get_data()) == (plain.status_code, plain.get_data())
        assert told.headers.get("Access-Control-Allow-Origin") == plain.headers.get("Access-Control-Allow-Origin")


def test_only_the_position_may_be_asked_for_and_only_by_us(client):
    allowed = client.get("/nl/").headers["Permissions-Policy"]
    assert allowed == "geolocation=(self), camera=(), microphone=(), browsing-topics=()"


def test_what_nobody_thought_of_is_a_page_that_says_nothing_of_it(monkeypatch):
    app = create_app()

    @app.get("/nl/fails")
    @app.get("/api/fails")
    def fails():
        raise RuntimeError("NEEDLE in a haystack")

    assert not app.debug
    for path, kind in (("/nl/fails", "text/html"), ("/api/fails", "application/problem+json")):
        answer = app.test_client().get(path)
        assert (answer.status_code, answer.mimetype) == (500, kind)
        assert not re.search("NEEDLE|RuntimeError|Traceback", answer.get_data(as_text=True))


def test_no_code_of_ours_runs_what_it_reads():
    files = [*(ROOT / "finder").rglob("*.py"), *(ROOT / "static/js").rglob("*.js"), ROOT / "app.py"]
    found = {
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file in files
        for match in RUNS_WHAT_IT_READS.finditer(file.read_text(encoding="utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    "line",
    [
        "eval(text)",
        "pickle.loads(body)",
        "subprocess.run(line, shell=True)",
        "np.load(file, allow_pickle=True)",
        "node.innerHTML = answer",
        "setTimeout('go()', 1)",
    ],
)
def test_code_that_runs_what_it_reads_is_found(line):
    assert RUNS_WHAT_IT_READS.search(line)


@pytest.mark.parametrize(
    "line", ["re.compile(pattern)", "self.retrieval(x)", "node.textContent = answer", "setTimeout(go, 1)"]
)
def test_code_that_only_looks_like_it_is_left_alone(line):
    assert not RUNS_WHAT_IT_READS.search(line)
