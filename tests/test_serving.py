"""What gunicorn writes down says what went wrong, never what somebody looked for."""

import logging
import resource
import runpy
import subprocess
import sys
from types import SimpleNamespace

import pytest
from flask import Flask
from gunicorn.config import Config

from finder.web.services import prepare
from tests.paths import ROOT

CONFIG = ROOT / "gunicorn.conf.py"


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> dict:
    for name in ("BIND", "PORT", "WORKERS", "WORKER_CLASS", "THREADS", "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    return runpy.run_path(str(CONFIG))


def _written(settings: dict, message: str, *args: str, failed: bool = False) -> str:
    try:
        raise ValueError("Tigrinya")
    except ValueError:
        trace = sys.exc_info() if failed else None
    record = logging.LogRecord("gunicorn.error", logging.ERROR, "", 0, message, args, trace)
    return settings["DiscreetFormatter"]("%(levelname)s %(message)s").format(record)


def test_the_server_listens_to_this_machine_only_and_keeps_no_access_log(settings):
    assert settings["bind"] == "127.0.0.1:8000"
    assert settings["accesslog"] is None
    assert settings["preload_app"] is True


def test_address_and_port_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("BIND", "0.0.0.0")
    monkeypatch.setenv("PORT", "9000")
    assert runpy.run_path(str(CONFIG))["bind"] == "0.0.0.0:9000"
    monkeypatch.setenv("BIND", "unix:/run/samenplek.sock")
    assert runpy.run_path(str(CONFIG))["bind"] == "unix:/run/samenplek.sock"


def test_a_query_string_is_not_written(settings):
    written = _written(settings, "Error handling request %s %s", "GET", "/?language=ti&near=1012")
    assert written == "ERROR Error handling request GET /?…"


def test_a_broken_request_is_written_without_its_text_and_address(settings):
    written = _written(settings, "Invalid request from ip=192.0.2.1: Invalid HTTP Version: 'Tigrinya\nmosque'")
    assert written == "ERROR Invalid request"


def test_what_was_being_served_when_something_failed_is_not_written(settings):
    written = _written(settings, "Exception while serving %s", "/nl/places/Z06S5 Tigrinya")
    assert written == "ERROR Exception while serving"


def test_a_broken_header_of_a_proxy_is_written_without_its_value_and_address(settings):
    written = _written(settings, 'Malformed proxy header "X-Forwarded-For" from "192.0.2.1": x value: 198.51.100.7\nx')
    assert written == 'ERROR Malformed proxy header "X-Forwarded-For"'


def test_a_crash_leaves_no_dump_of_the_memory(settings):
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def test_a_failure_is_written_with_its_place_and_without_its_words(settings):
    written = _written(settings, "Error handling request", failed=True)
    assert "test_serving.py" in written
    assert "\nValueError" in written
    assert "Tigrinya" not in written.replace('raise ValueError("Tigrinya")', "")


def test_what_the_application_logs_goes_where_the_server_logs_and_as_discreetly(settings, monkeypatch):
    ours = logging.getLogger("finder")
    for name in ("handlers", "level", "propagate"):
        monkeypatch.setattr(ours, name, getattr(ours, name))
    config = Config()
    config.set("errorlog", "-")
    server = settings["DiscreetLogger"](config)
    assert ours.handlers == server.error_log.handlers
    assert [type(handler.formatter).__name__ for handler in ours.handlers] == ["DiscreetFormatter"]
    assert not ours.propagate
    assert ours.getEffectiveLevel() == logging.INFO
    server.error_log.handlers.clear()


def test_each_worker_follows_what_is_published_before_anybody_asks_it_something(settings, monkeypatch):
    app, watched = Flask(__name__), []
    prepare(app, SimpleNamespace(library=SimpleNamespace(watch=lambda: watched.append(1))))
    warmed = []
    monkeypatch.setattr("finder.web.warming.warm_meanwhile", warmed.append)
    settings["post_worker_init"](SimpleNamespace(wsgi=app))
    assert (watched, warmed) == ([1], [app])


def test_under_any_other_server_the_first_request_begins_to_follow():
    script = (
        "import app; print(app.app.test_client().get('/wiped').status, app.app.extensions['samenplek'].library.watched)"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "200 OK True\n"


def test_nothing_slow_is_imported_before_it_is_asked_for():
    script = "import sys, app; print(*sorted({'fpdf', 'geopandas', 'folium', 'pandas', 'shapely'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", script], cwd=CONFIG.parent, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
