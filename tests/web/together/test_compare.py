"""The comparison over HTTP: five columns, and a box for every place of the list."""

from tests.web.together.samples import CODES, MISTYPED, NEAR, text_of


def _page(client, **data):
    return client.post("/nl/compare", data=data).get_data(as_text=True)


def test_five_are_shown_and_the_others_offered(client):
    page = _page(client, code=CODES[:7], near=NEAR)
    assert page.count('<th scope="col">') == 5
    assert page.count('type="checkbox" name="code"') == 7
    assert page.count(" checked") == 5


def test_what_was_not_chosen_stays_on_the_list(client):
    page = _page(client, code=CODES[5:7], also=CODES[:7], near=NEAR)
    assert page.count('<th scope="col">') == 2
    assert page.count('type="checkbox" name="code"') == 7
    page = _page(client, code=CODES[:6], also=CODES[:7])
    assert [page.count(f'type="checkbox" name="code" value="{code}"') for code in CODES[:7]] == [1] * 7


def test_of_two_places_there_is_nothing_to_choose(client):
    page = _page(client, code=CODES[:2])
    assert "checkbox" not in page
    assert [page.count(f'type="hidden" name="code" value="{code}"') for code in CODES[:2]] == [1, 1]


def test_a_wrong_code_is_told_and_a_sixth_good_one_is_not(client):
    answer = client.post("/nl/compare", data={"code": [*CODES[:7], MISTYPED]})
    assert f"{MISTYPED} : deze code klopt niet" in text_of(answer)
    assert "De lijst is vol" not in text_of(answer)
