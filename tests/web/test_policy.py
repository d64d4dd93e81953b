"""A room answers in its own manner, wherever in it an address leads, and no other room is touched by that."""

import pytest
from flask import Blueprint, Flask, Response

from finder.domain.errors import InvalidInput, UnknownPlace
from finder.web import create_app, policy
from finder.web.policy import PAGES, Caching, Cookies, ErrorShape, Policies, Policy

PROGRAMS = Policy(errors=ErrorShape.PROBLEM, headers={"Made-Up-Version": "3"})
DESK = Policy(cookies=Cookies.OWN_PATH)


@pytest.fixture
def policies():
    held = Policies()
    held.hold(PROGRAMS, "/made-up")
    held.hold(DESK, "/made-up/desk", "desk")
    return held


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", PAGES),
        ("/made-upper", PAGES),
        ("/nl/made-up", PAGES),
        ("/made-up", PROGRAMS),
        ("/made-up/nothing/here", PROGRAMS),
        ("/made-up/desk", DESK),
        ("/made-up/desk/1", DESK),
        ("/made-up/deskundig", PROGRAMS),
    ],
)
def test_an_address_has_the_policy_of_the_innermost_room_it_lies_in(policies, path, expected):
    assert policies.of(path) == expected


def test_a_blueprint_goes_before_the_address(policies):
    assert policies.of("/elsewhere", "desk") == DESK
    assert policies.of("/made-up", "nobody") == PROGRAMS


@pytest.mark.parametrize(
    ("path", "cookie", "allowed"),
    [
        ("/made-up/desk/1", "session=x; Path=/made-up/desk", True),
        ("/made-up/desk/1", "session=x; HttpOnly; Path=/made-up/desk/1; SameSite=Lax", True),
        ("/made-up/desk/1", "session=x; Path=/", False),
        ("/made-up/desk/1", "session=x; Path=/made-up/deskundig", False),
        ("/made-up/desk/1", "session=x", False),
        ("/made-up/desk/1", "no cookie at all", False),
        ("/made-up/1", "session=x; Path=/made-up/desk", False),
        ("/nl/", "session=x; Path=/made-up/desk", False),
    ],
)
def test_a_cookie_is_allowed_only_for_the_room_that_may_have_one(policies, path, cookie, allowed):
    assert policies.may_set(path, cookie) is allowed


def test_cookies_need_a_path_to_be_kept_to():
    with pytest.raises(ValueError, match="prefix"):
        Policies().hold(DESK, blueprint="desk")


def test_whoever_says_nothing_is_as_private_as_a_page():
    assert Policy(ErrorShape.PAGE, Caching.NOTHING, Cookies.NEVER, {}) == PAGES


def _room(name, prefix):
    room = Blueprint(name, __name__, url_prefix=prefix)

    @room.get("/refused")
    def refused():
        raise InvalidInput("kind", "castle", "a kind")

    @room.get("/unknown")
    def unknown():
        raise UnknownPlace("4F2AX")

    @room.get("/crash")
    def crash():
        raise RuntimeError("what somebody typed")

    @room.get("/cookie")
    def cookie():
        answer = Response("x")
        answer.set_cookie("here", "1", path=f"{prefix}/")
        answer.set_cookie("everywhere", "1")
        return answer

    return room


@pytest.fixture(scope="module")
def client():
    app = create_app()
    policy.register(app, [_room("programs", "/made-up")], PROGRAMS)
    policy.register(app, [_room("plain", "/plain")])
    policy.register(app, [_room("desk", "/desk")], DESK)
    return app.test_client()


@pytest.mark.parametrize(
    ("address", "status"), [("refused", 400), ("unknown", 404), ("crash", 500), ("nothing", 404), ("", 404)]
)
def test_errors_have_the_shape_of_their_room_also_where_no_route_is(client, address, status):
    problem = client.get(f"/made-up/{address}")
    assert (problem.status_code, problem.mimetype) == (status, "application/problem+json")
    assert problem.json["status"] == status
    assert problem.headers["Made-Up-Version"] == "3"
    page = client.get(f"/plain/{address}")
    assert (page.status_code, page.mimetype) == (status, "text/html")
    assert "Made-Up-Version" not in page.headers


@pytest.mark.parametrize("room", ["made-up", "plain", "nl"])
def test_no_room_sets_a_cookie_that_its_policy_does_not_allow(client, room):
    answer = client.get(f"/{room}/cookie", follow_redirects=True)
    assert "Set-Cookie" not in answer.headers


def test_a_room_with_cookies_keeps_only_those_for_its_own_path(client):
    assert [value.split("=")[0] for value in client.get("/desk/cookie").headers.getlist("Set-Cookie")] == ["here"]


def test_a_cookie_that_was_left_out_is_told_to_the_log_without_its_value(client, caplog):
    client.get("/plain/cookie")
    assert [record.getMessage() for record in caplog.records] == [
        "left out a cookie that no policy allows: here",
        "left out a cookie that no policy allows: everywhere",
    ]


def test_an_application_has_policies_of_its_own():
    one, other = Flask("one"), Flask("other")
    policy.policies_of(one).hold(PROGRAMS, "/made-up")
    assert policy.policies_of(one).of("/made-up") == PROGRAMS
    assert policy.policies_of(other).of("/made-up") == PAGES
