"""What went wrong, told once: one status for each kind of error, in words a visitor can use or fields a program can."""

import pytest

from finder.domain.errors import FinderError, InvalidData, InvalidInput, UnknownPlace
from finder.web.errors import STATUS, problem, status_of


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (InvalidInput("kind", "castle", "a kind"), 400),
        (UnknownPlace("4F2AX"), 404),
        (InvalidData("line 2", "is empty"), 500),
        (FinderError("something"), 500),
    ],
)
def test_every_error_of_ours_has_one_status(error, status):
    assert status_of(error) == status


def test_a_kind_of_error_that_is_new_has_the_status_of_its_family():
    class TooLong(InvalidInput):
        pass

    assert status_of(TooLong("where", "x", "short")) == 400
    assert set(STATUS) == {InvalidInput, UnknownPlace}


def test_a_problem_keeps_every_letter_that_can_be_sent():
    answer = problem(400, "Bad input", "ድ\ud800", key="kind")
    assert answer.get_data(as_text=True) == '{"status": 400, "title": "Bad input", "detail": "ድ?", "key": "kind"}'
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")


def test_a_wrong_method_says_which_are_right(client):
    answer = client.delete("/api/v1/places")
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert set(answer.allow) == {"GET", "HEAD", "OPTIONS"}


def test_only_a_locale_of_ours_is_put_in_the_place_of_a_wrong_one(client):
    assert client.get("/xx/agenda", headers={"Accept-Language": "fr"}).headers["Location"] == "/fr/agenda"
    for path in ("/xx/nothing", "/static/agenda", "/api/agenda", "/nl/nothing"):
        assert client.get(path).status_code == 404, path


def test_what_is_put_in_another_locale_stays_one_address(client):
    answer = client.get("/xx/places/%0D%0AX-Smuggled:%201%25", headers={"Accept-Language": "fr"})
    assert answer.headers["Location"] == "/fr/places/%0D%0AX-Smuggled%3A%201%25"
    assert "X-Smuggled" not in answer.headers


def test_a_text_that_is_too_long_gets_a_page_that_says_so(client):
    answer = client.post("/nl/", data={"where": "x" * 70_000})
    assert answer.status_code == 413
    assert "Dit is te veel tekst" in answer.text
    assert "Schrijf het korter." in answer.text


@pytest.mark.parametrize(
    ("page", "data", "asked"),
    [
        ("", {"kind": "castle"}, "Het ging mis bij: Wat voor plek?"),
        ("", {"when": "tomorrow"}, "Het ging mis bij: Wanneer?"),
        ("agenda", {"day": "1999-01-01"}, "Het ging mis bij: Welke dag?"),
        ("card.pdf", {"near": "nan,nan"}, "Het ging mis bij: Vanaf waar?"),
    ],
)
def test_a_page_names_the_field_that_could_not_be_read(client, page, data, asked):
    answer = client.post(f"/nl/{page}", data=data)
    assert answer.status_code == 400
    assert asked in answer.text
    assert next(iter(data.values())) not in answer.text


def test_what_went_wrong_at_no_field_names_none(client):
    assert "Het ging mis bij" not in client.post("/nl/", data={"shown": "0"}).text
    assert "Het ging mis bij" not in client.get("/nl/nothing").text


def test_the_api_names_the_key_and_what_is_allowed(client):
    answer = client.get("/api/v1/places?limit=x").json
    assert (answer["key"], answer["value"], answer["allowed"]) == ("limit", "x", "a whole number from 1 to 100")
