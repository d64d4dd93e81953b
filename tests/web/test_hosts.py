"""Whoever asks does not choose the name of the site."""

import pytest
from werkzeug.test import create_environ, run_wsgi_app

from finder.domain.errors import InvalidInput
from finder.web import create_app
from finder.web.hosts import host_name, must_be_public, names_of
from finder.web.settings import Settings


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("samenplek.example", "samenplek.example"),
        ("Samenplek.Example:8000", "samenplek.example"),
        ("127.0.0.1:8000", "127.0.0.1"),
        ("[::1]:8000", "[::1]"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("..", None),
        ("a..b", None),
        (".example", None),
        ("a" * 64 + ".example", None),
        (".".join(["a" * 60] * 5), None),
        ("xn--", None),
        ("a_b.example", None),
        ("samenplek.example:99999", None),
        ("samenplek.example:80:80", None),
        ("samenplek.example/x", None),
        ("user@samenplek.example", None),
        ("[::g]", None),
        ("١٢٣.example", None),
        ("", None),
    ],
)
def test_a_host_is_a_name_and_maybe_a_port(host, name):
    assert host_name(host) == name


def test_a_site_with_a_public_address_answers_to_it_and_to_this_machine_only():
    assert names_of("https://samenplek.example:8443") == {"samenplek.example", "localhost", "127.0.0.1", "[::1]"}
    assert names_of("") is None


def _asked(app, path, host):
    """Without the test client, which cannot read such a host itself."""
    environ = create_environ(path) | {"HTTP_HOST": host}
    body, status, headers = run_wsgi_app(app, environ, buffered=True)
    return status, headers, b"".join(body).decode()


@pytest.mark.parametrize("host", ["..", "a..b", ".example", "xn--", "a" * 64, "a b"])
def test_a_host_that_is_none_is_a_bad_request_in_the_language_of_the_reader(app, host):
    for path in ("/nl/", "/ar/agenda", "/static/vendor/nothing.css", "/nowhere"):
        status, headers, _ = _asked(app, path, host)
        assert (status, headers["Cache-Control"]) == ("400 BAD REQUEST", "no-store")
    assert "Dit konden we niet lezen" in _asked(app, "/nl/", host)[2]
    assert _asked(app, "/api/v1/places", host)[1]["Content-Type"] == "application/problem+json"


def test_a_card_never_leads_to_a_host_that_somebody_made_up():
    client = create_app(Settings(public_url="https://samenplek.example")).test_client()
    assert client.get("/nl/", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/nl/", headers={"Host": "samenplek.example"}).status_code == 200
    assert client.get("/health", headers={"Host": "127.0.0.1:8000"}).status_code == 200


@pytest.mark.parametrize("bind", ["127.0.0.1:8000", "[::1]:8000", "localhost:8000", "unix:/run/samenplek.sock"])
def test_a_server_for_this_machine_needs_no_public_address(bind):
    must_be_public(bind, "")


@pytest.mark.parametrize("bind", ["0.0.0.0:8000", "[::]:8000", "192.0.2.1:80", "samenplek.example:80", ":8000"])
def test_a_server_that_others_reach_must_know_its_address(bind):
    with pytest.raises(InvalidInput, match="SAMENPLEK_PUBLIC_URL"):
        must_be_public(bind, "")
    must_be_public(bind, "https://samenplek.example")
