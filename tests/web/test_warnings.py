"""No page sends somebody to a closed door, or to a gathering that may not be held, without a warning."""

import pytest

from finder.domain.vocabulary import Status
from finder.web import create_app
from finder.web.settings import Settings
from tests.places import a_place
from tests.published import publish
from tests.wording.saying import NOW, OLD, gathering

PLACE = a_place()

PRAYER = gathering("FREQ=DAILY", "19:00", None, "prayer", "Gebed", OLD, not_during="in summer")


def _client(tmp_path, place):
    return create_app(Settings(places=publish(tmp_path, [place])), clock=lambda: NOW).test_client()


@pytest.mark.parametrize("page", ["shortlist", "compare", "moved", "card", "card.html"])
def test_every_page_about_a_list_warns(tmp_path, page):
    data = {"code": PLACE.code, "near": "4.9,52.36"}
    doubtful = _client(tmp_path, a_place(unverified=True, phone="020 1")).post(f"/nl/{page}", data=data).text
    assert "Deze plek komt uit een oude of onzekere bron. Bel eerst." in doubtful
    closed = _client(tmp_path, a_place(status=Status.CLOSED, gatherings=[PRAYER])).post(f"/nl/{page}", data=data).text
    assert "Deze plek is dicht en gaat niet meer open." in closed
    assert "Bijeenkomst:" not in closed
    assert "19:00" not in closed


@pytest.mark.parametrize("page", ["compare", "card", "agenda", f"places/{PLACE.code}"])
def test_a_gathering_is_told_with_its_age_and_its_doubt(tmp_path, page):
    client = _client(tmp_path, a_place(gatherings=[PRAYER], phone="020 1"))
    answer = client.post(f"/nl/{page}", data={"code": PLACE.code}) if "/" not in page else client.get(f"/nl/{page}")
    assert "19:00" in answer.text
    assert "bron uit 2017" in answer.text
    assert "Niet elke week: bel eerst." in answer.text


def test_the_page_of_a_closed_place_names_no_next_time(tmp_path):
    client = _client(tmp_path, a_place(status=Status.CLOSED, gatherings=[PRAYER]))
    assert "Volgende keer" not in client.get(f"/nl/places/{PLACE.code}").text
