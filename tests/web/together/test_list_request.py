"""Every page about a list takes it from the body of a POST: with good codes, with bad ones, and with none."""

import pytest

from finder.domain.code_register import CodeStatus, IssuedCode
from finder.domain.codes import issue_code
from finder.web import create_app
from finder.web.settings import Settings
from tests.published import publish
from tests.web.together.samples import BY_CODE, CODES, MISTYPED, NEAR, ZUIDOOST, text_of

PAGES = ["shortlist", "compare", "card", "moved"]


@pytest.mark.parametrize("page", [*PAGES, "agenda", "words"])
@pytest.mark.parametrize("locales", ["nl", "en", "ar", "nl+ar", "ti+nl"])
def test_every_page_opens_without_a_list(client, page, locales):
    answer = client.get(f"/{locales}/{page}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", PAGES)
def test_bad_codes_get_a_message_beside_those_that_work(client, page):
    for codes, shown in (([MISTYPED, CODES[1]], [CODES[1]]), ([MISTYPED], []), (["💥", "<b>"], []), ([], [])):
        answer = client.post(f"/nl/{page}", data={"code": codes, "near": NEAR})
        assert answer.status_code == 200
        assert all(BY_CODE[code].name in text_of(answer) for code in shown)
        assert "<b>" not in answer.get_data(as_text=True)
        if MISTYPED in codes:
            assert f"{MISTYPED} : deze code klopt niet" in text_of(answer)


@pytest.mark.parametrize("page", [*PAGES, "card.pdf", "card.html"])
def test_a_position_outside_the_cities_is_refused(client, page):
    for near in ("52.3547,4.9123", "nan,nan", "1e999,0", "x"):
        assert client.post(f"/nl/{page}", data={"code": CODES[0], "near": near}).status_code == 400


@pytest.mark.parametrize("page", PAGES)
def test_another_language_keeps_the_list_where_there_is_one(client, page):
    with_list = client.post(f"/nl/{page}", data={"code": CODES[:2]}).get_data(as_text=True)
    assert f'form="list-form" formaction="/ar/{page}"' in with_list
    assert '<form id="list-form"' in with_list
    without = client.post(f"/nl/{page}", data={"code": MISTYPED}).get_data(as_text=True)
    assert "list-form" not in without


@pytest.mark.parametrize("page", PAGES)
def test_only_a_page_that_was_sent_a_list_says_that_it_answers_one(client, page):
    assert "data-answered" in client.post(f"/nl/{page}").get_data(as_text=True)
    assert "data-answered" not in client.get(f"/nl/{page}").get_data(as_text=True)


@pytest.mark.parametrize("page", PAGES)
def test_what_was_typed_stays_in_the_field(client, page):
    answer = client.post(f"/nl/{page}", data={"code": CODES[0], "where": "Xyzzy"}).get_data(as_text=True)
    assert 'value="Xyzzy"' in answer
    assert "Dit kennen we niet" in answer


@pytest.mark.parametrize("page", ["shortlist", "card", "moved"])
def test_a_place_is_taken_off_by_its_code(client, page):
    answer = client.post(f"/nl/{page}", data={"code": CODES[:3], "without": CODES[1]}).get_data(as_text=True)
    sent = [code for code in CODES[:3] if f'<input type="hidden" name="code" value="{code}">' in answer]
    assert sent == [CODES[0], CODES[2]]


def test_a_retired_code_says_where_the_place_went(tmp_path):
    moved, retired = (issue_code(name, BY_CODE) for name in ("went elsewhere", "is no more"))
    gone = [IssuedCode(moved, "a", CodeStatus.MOVED, CODES[0]), IssuedCode(retired, "b", CodeStatus.RETIRED)]
    client = create_app(Settings(places=publish(tmp_path, [BY_CODE[CODES[0]]], gone))).test_client()
    assert client.get(f"/nl/places/{moved}").headers["Location"].endswith(f"/nl/places/{CODES[0]}")
    gone = client.get(f"/nl/places/{retired}")
    assert gone.status_code == 404
    assert f"{retired} : deze plek staat niet meer bij ons." in text_of(gone)
    listed = client.post("/nl/shortlist", data={"code": [moved, retired]})
    assert f"{moved} : deze plek hoort nu bij {ZUIDOOST[0].name}" in text_of(listed)
    assert f'data-list="{CODES[0]}"' in listed.get_data(as_text=True)
