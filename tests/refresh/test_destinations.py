"""Where a client may be led: anywhere that is public, and to what the operator gave."""

import socket

import pytest

from finder.domain.errors import InvalidInput
from finder.refresh.destinations import Destinations, ForbiddenDestination, parse_address

OURS = "http://10.0.0.5:8080/feed"


@pytest.mark.parametrize("text", ["https://example.org", "http://127.0.0.1:8000/x?y=z", "http://[::1]/"])
def test_an_operator_may_give_any_web_address(text):
    assert parse_address("overpass", text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("file:///etc/passwd", "ftp://example.org/", "example.org", "//example.org/", "https://", "gopher://x/"),
        *("http://me:secret@example.org/", "http://example.org:port/", "http://example.org:0/", "http://[::1/"),
        *("http://example.org/a b", "http://example.org/\n", "http://exämple.org/"),
    ],
)
def test_what_is_no_web_address_is_refused_by_its_name(text):
    with pytest.raises(InvalidInput, match="overpass"):
        parse_address("overpass", text)


@pytest.mark.parametrize(
    "new",
    [
        *("http://127.0.0.1/", "http://localhost/", "http://10.0.0.5/", "http://10.0.0.5:8081/feed"),
        *("http://192.168.1.1/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "http://[fe80::1]/"),
        *(
            "http://[::ffff:127.0.0.1]/",
            "http://[fd00::1]/",
            "http://0.0.0.0/",
            "http://100.64.0.1/",
            "http://224.0.0.1/",
        ),
        *("file:///etc/passwd", "ftp://8.8.8.8/", "http://me:secret@8.8.8.8/", "http://"),
    ],
)
def test_no_server_leads_into_a_network_that_is_not_public(new):
    with pytest.raises(ForbiddenDestination):
        Destinations([OURS]).check_redirect("http://8.8.8.8/", new)


def test_a_public_address_and_one_that_the_operator_gave_may_be_led_to():
    Destinations([OURS]).check_redirect("http://8.8.8.8/", "https://1.1.1.1/there")
    Destinations([OURS]).check_redirect("http://8.8.8.8/", "http://[::ffff:1.1.1.1]/there")
    Destinations([OURS]).check_redirect("http://8.8.8.8/", "http://10.0.0.5:8080/elsewhere")


def test_what_was_encrypted_stays_encrypted():
    with pytest.raises(ForbiddenDestination, match="not encrypted"):
        Destinations([]).check_redirect("https://8.8.8.8/", "http://1.1.1.1/")


def test_one_address_inside_is_enough_to_refuse_a_name(monkeypatch):
    both = [(socket.AF_INET, 0, 0, "", (address, 80)) for address in ("1.1.1.1", "192.168.1.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: both)
    with pytest.raises(ForbiddenDestination, match="not a public address"):
        Destinations([]).check_redirect("http://8.8.8.8/", "http://two.example/")


def test_a_name_without_an_address_is_refused(monkeypatch):
    def nowhere(*args, **kwargs):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    with pytest.raises(ForbiddenDestination, match="has no address"):
        Destinations([]).check_redirect("http://8.8.8.8/", "http://nowhere.example/")
