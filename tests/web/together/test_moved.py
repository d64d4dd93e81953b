"""Moving house over HTTP, with real places: nothing of the list is lost and every reason is true."""

import re

from finder.domain.geometry import Point, metres_between
from finder.search.similar import known_values
from tests.web.together.samples import BY_CODE, CODES, ZUIDOOST, text_of

HAARLEM = Point(4.6381, 52.3878)


def test_a_list_from_zuidoost_in_haarlem_loses_nothing_and_every_reason_is_true(client):
    page = client.post("/nl/moved", data={"code": CODES, "near": "4.6381,52.3878"}).get_data(as_text=True)
    blocks = page.split('<li class="moved">')[1:]
    assert len(blocks) == len(CODES)
    offered = 0
    for place, block in zip(ZUIDOOST, blocks, strict=True):
        assert f"/nl/places/{place.code}" in block
        kilometres = f"{metres_between(HAARLEM, place.point) / 1000:.1f}".replace(".", ",").removesuffix(",0")
        assert f"{kilometres} km" in block
        assert "Te ver om te lopen" in block
        codes = re.findall(r"/nl/places/(\w{5})", block)[1:]
        if not codes:
            assert "Dichtbij vonden we geen plek" in block
            continue
        offered += 1
        alike = BY_CODE[codes[0]]
        assert metres_between(HAARLEM, alike.point) <= 5000
        assert set(known_values(alike)) & set(known_values(place))
        assert alike.code not in CODES
    assert offered


def test_the_new_address_can_be_typed(client):
    known = client.post("/nl/moved", data={"code": CODES[0], "where": "2011 RC"})
    assert re.search(r"Vanaf het nieuwe adres: .*Haarlem", text_of(known))
    unknown = client.post("/nl/moved", data={"code": CODES[0], "where": "Xyzzy"})
    assert "Dit kennen we niet" in text_of(unknown)
    assert "Vanaf het nieuwe adres" not in text_of(unknown)
    assert CODES[0] in unknown.get_data(as_text=True)
