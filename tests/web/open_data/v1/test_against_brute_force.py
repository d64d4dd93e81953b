"""The API's answers equal a plain computation over data/places.geojson, for thousands of random searches."""

import json
import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import opening_hours
import pytest
from pyproj import Geod

from finder.domain.evidence import Basis
from finder.domain.living_languages import FOLLOWED, LIVING_LANGUAGES, OF_THE_COUNTRY
from finder.domain.vocabulary import COMMUNITIES, DENOMINATIONS
from finder.web import create_app
from tests.paths import ROOT

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)

FEATURES = json.loads((ROOT / "data/places.geojson").read_text("utf-8"))["features"]
WHEN_HOURS_WERE_NEW = datetime(2020, 10, 7, 11, 0, tzinfo=UTC)
"""By now every source of hours in the file is older than a year; on this day most of them could be trusted."""
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
GEOD = Geod(ellps="WGS84")
SEARCHES = 2000
KINDS = sorted({f["properties"]["kind"] for f in FEATURES})
LANGUAGES = sorted({item["code"] for f in FEATURES for item in f["properties"].get("languages", [])})
RELIGIONS = ["christian", "muslim", "jewish", "hindu", "buddhist", "sikh", "none"]
NEEDS = ["meal", "shower", "free", "wifi", "no_id", "no_registration", "women_only", "children", "dogs", "clothes"]


ORDER = ["yes", "likely", "unknown", "unlikely", "no"]


def _any(answers):
    return min(answers, key=ORDER.index)


def _guesses(place):
    """The languages that are likely at a place, in order."""
    codes = [code for item in place.get("evidence", []) for code in item["languages"]]
    belongs = [(Basis.DENOMINATION, key) for key in place.get("denominations", [])]
    belongs += [(Basis.COMMUNITY, key) for key in place.get("communities", [])]
    belongs.append((Basis.RELIGION, place.get("religion")))
    codes += [code for each in belongs if each in LIVING_LANGUAGES for code in LIVING_LANGUAGES[each].languages]
    if not codes and not place.get("languages") and not place.get("communities"):
        codes = ["nl" for key in place.get("denominations", []) if key in OF_THE_COUNTRY]
    spoken = [item["code"] for item in place.get("languages", []) if item["level"] != "printed"]
    codes += [asked for asked, others in FOLLOWED.items() if set(others) & set(spoken)]
    return [code for code in dict.fromkeys(codes) if code not in spoken]


HOUSES = ["community_group", "mosque", "church", "synagogue", "gurdwara", "other_worship", "hindu_temple"]


def _language(place, code):
    levels = [item["level"] for item in place.get("languages", []) if item["code"] == code]
    if any(level != "printed" for level in levels):
        return "yes"
    likely = _guesses(place)
    if code in likely:
        return "likely"
    if place.get("languages"):
        return "unknown" if levels else "no"
    everybody = {"mixed", "international"} & set(place.get("communities", []))
    follows = set(FOLLOWED.get(code, [])) & set(likely)
    against = place["kind"] in [*HOUSES, "buddhist_temple"] and set(likely) - {"nl"} and code != "nl"
    return "unlikely" if against and not everybody and not follows else "unknown"


def _denomination(place, key):
    if key in place.get("denominations", []):
        return "yes"
    if place.get("religion") and place["religion"] != DENOMINATIONS[key].religion:
        return "no"
    return "no" if place.get("denominations") else "unknown"


def _among(known, value):
    return "yes" if value in known else "no" if known else "unknown"


def _not(answer):
    return {"yes": "no", "no": "yes"}.get(answer, answer)


def _rather_not(known, values):
    """Nobody wants any of them, so here one no is enough."""
    answers = {_not(_among(known, value)) for value in values}
    return "no" if "no" in answers else "unknown" if "unknown" in answers else "yes"


def _religions(place):
    return [place["religion"]] if place.get("religion") else []


def _trusted(place, today):
    """Whether the source of the hours of a place is at most 365 days old on ``today``."""
    stated = place["sources"][place["openingHours"]["source"]].get("date")
    if not stated:
        return False
    earliest = date.fromisoformat((stated + "-01-01")[:10] if len(stated) == 4 else (stated + "-01")[:10])
    return (today - earliest).days <= 365


def _open(place, moment, today):
    hours = place.get("openingHours", {}).get("osm")
    if hours is None:
        return "unknown"
    rules = opening_hours.OpeningHours(hours, timezone=AMSTERDAM, country="NL")
    state, _ = rules.state(moment.astimezone(AMSTERDAM).replace(tzinfo=None))
    if _trusted(place, today):
        return {"open": "yes", "closed": "no", "unknown": "unknown"}[str(state)]
    return {"open": "likely", "closed": "unlikely", "unknown": "unknown"}[str(state)]


ANSWERS = {
    "kind": lambda place, value: "yes" if place["kind"] == value else "no",
    "language": _language,
    "religion": lambda place, value: _among(_religions(place), value),
    "denomination": _denomination,
    "community": lambda place, value: _among(place.get("communities", []), value),
    "need": lambda place, value: place.get("needs", {}).get(value, {}).get("answer", "unknown"),
}


def _answers(place, search, today):
    """What a place says to each wish, ``within`` aside: each filter is one, and each need."""
    answers = {
        key: _any({ANSWERS[key](place, value) for value in search[key]})
        for key in ANSWERS
        if search.get(key) and key != "need"
    }
    answers |= {("need", value): ANSWERS["need"](place, value) for value in search.get("need", [])}
    if search.get("notReligion"):
        answers["notReligion"] = _rather_not(_religions(place), search["notReligion"])
    if search.get("notCommunity"):
        answers["notCommunity"] = _rather_not(place.get("communities", []), search["notCommunity"])
    if search.get("openAt"):
        answers["openAt"] = _open(place, datetime.fromisoformat(search["openAt"]), today)
    return answers


def _in_box(coordinates, box):
    west, south, east, north = box
    return west <= coordinates[0] <= east and south <= coordinates[1] <= north


def _hits(search, today):
    found = []
    for feature in FEATURES:
        place = feature["properties"]
        if place.get("status") in ("closed", "moved"):
            continue
        metres = None
        if "bbox" in search and not _in_box(feature["geometry"]["coordinates"], search["bbox"]):
            continue
        if "near" in search:
            _, _, metres = GEOD.inv(*search["near"], *feature["geometry"]["coordinates"])
            if metres > search.get("within", float("inf")):
                continue
        answers = list(_answers(place, search, today).values())
        worst = max(answers, key=ORDER.index, default="yes")
        if ORDER.index(worst) > ORDER.index({"include": "unlikely", "likely": "likely"}.get(search["unknown"], "yes")):
            continue
        match = worst if worst in ("yes", "likely") else "perhaps"
        by = metres if "near" in search else place["name"].casefold()
        group = (["yes", "likely", "perhaps"].index(match), worst == "unlikely", -answers.count("yes"))
        found.append((match, metres, place, (*group, by, place["code"])))
    found.sort(key=lambda hit: hit[3])
    return [hit[:3] for hit in found]


def _on_the_edge(search):
    """Whether a place lies so near the edge of the circle that 0.002 % of the distance decides."""
    if "within" not in search:
        return False
    metres = [GEOD.inv(*search["near"], *feature["geometry"]["coordinates"])[2] for feature in FEATURES]
    return any(abs(far / search["within"] - 1) < 0.00002 for far in metres)


def _random_search(rng):
    search = {"unknown": rng.choice(["include", "include", "include", "likely", "exclude"])}
    if rng.random() < 0.8:
        search["near"] = (round(rng.uniform(4.6, 5.0), 5), round(rng.uniform(52.28, 52.42), 5))
        if rng.random() < 0.6:
            search["within"] = rng.choice([300, 1000, 2500, 6000, 20000])
    if rng.random() < 0.2:
        west, south = round(rng.uniform(4.6, 5.0), 5), round(rng.uniform(52.28, 52.42), 5)
        search["bbox"] = (west, south, round(west + rng.uniform(0, 0.2), 5), round(south + rng.uniform(0, 0.1), 5))
    choices = {
        "kind": KINDS,
        "language": LANGUAGES,
        "religion": RELIGIONS,
        "denomination": list(DENOMINATIONS),
        "community": list(COMMUNITIES),
        "need": NEEDS,
        "notReligion": RELIGIONS,
        "notCommunity": list(COMMUNITIES),
    }
    for key in rng.sample(list(choices), rng.choice([0, 1, 1, 2, 2, 3])):
        search[key] = rng.sample(choices[key], rng.choice([1, 1, 2, 3]))
    if rng.random() < 0.25:
        moment = datetime(2020, 10, 1, tzinfo=AMSTERDAM) + timedelta(minutes=rng.randrange(60 * 24 * 60))
        search["openAt"] = moment.isoformat()
    return search


def _ask(client, search, by_body, **page):
    asked = {**search, **page}
    if by_body:
        return client.post("/api/v1/places/search", json=asked).json
    if "near" in search:
        asked["near"] = "{},{}".format(*search["near"])
    if "bbox" in search:
        asked["bbox"] = ",".join(map(str, search["bbox"]))
    return client.get("/api/v1/places", query_string=asked).json


def _check_reasons(hit, place, search, today):
    """Every value that was chosen has its reason, and what is likely or unlikely says why, and who says that."""
    told = {}
    for reason in hit["reasons"]:
        assert reason["certain"] == (reason["answer"] == "yes")
        assert (reason["because"] is not None) == (reason["answer"] in ("likely", "unlikely"))
        assert (reason["source"] is not None) == (reason["because"] is not None)
        told[reason["filter"], reason["value"]] = reason["answer"]
    for key in ANSWERS:
        for value in search.get(key, []):
            assert told.pop((key, value)) == ANSWERS[key](place, value), (key, search)
    for value in search.get("notReligion", []):
        assert told.pop(("notReligion", value)) == _not(_among(_religions(place), value)), search
    for value in search.get("notCommunity", []):
        assert told.pop(("notCommunity", value)) == _not(_among(place.get("communities", []), value)), search
    answers = _answers(place, search, today)
    for (key, _), answer in told.items():
        assert answer == ("yes" if key in ("within", "bbox") else answers[key]), (key, search)


def _check(client, today, seed, searches):
    rng = random.Random(seed)
    shown_in_all = 0
    for _ in range(searches):
        search = _random_search(rng)
        if _on_the_edge(search):
            continue
        expected = _hits(search, today)
        offset, limit = rng.choice([(0, 100), (0, 100), (0, 20), (7, 100), (90, 33)])
        answer = _ask(client, search, rng.random() < 0.3, limit=limit, offset=offset)
        assert answer["numberMatched"] == len(expected), search
        groups = [match for match, *_ in expected]
        counts = [answer[key] for key in ("numberCertain", "numberLikely", "numberPerhaps")]
        assert counts == [groups.count(match) for match in ("yes", "likely", "perhaps")], search
        shown = expected[offset : offset + limit]
        shown_in_all += len(shown)
        got = [feature["properties"] for feature in answer["features"]]
        assert answer["numberReturned"] == len(got) == len(shown), search
        assert [hit["match"] for hit in got] == [match for match, _, _ in shown], search
        metres_of = {place["code"]: metres for _, metres, place in expected}
        places = {place["code"]: place for _, _, place in expected}
        for hit, (_, metres, place) in zip(got, shown, strict=True):
            _check_reasons(hit, places[hit["code"]], search, today)
            if metres is None:
                assert hit["code"] == place["code"], search
                assert hit["distanceMetres"] is hit["walkingMinutes"] is None
            else:
                own = metres_of[hit["code"]]
                assert hit["distanceMetres"] == pytest.approx(own, rel=0.005, abs=0.1)
                assert hit["code"] == place["code"] or own == pytest.approx(metres, rel=0.0001, abs=0.1), search
                assert hit["walkingMinutes"] == pytest.approx(max(1, own * 1.3 / 75), abs=0.51)
    return shown_in_all


@pytest.fixture(scope="module")
def client_when_hours_were_new():
    return create_app(clock=lambda: WHEN_HOURS_WERE_NEW).test_client()


@pytest.mark.parametrize("seed", range(4))
def test_random_searches_give_what_a_plain_computation_gives(client, seed):
    assert _check(client, NOW.date(), seed, SEARCHES // 4) > SEARCHES


@pytest.mark.parametrize("seed", range(2))
def test_random_searches_agree_about_hours_when_these_can_be_trusted(client_when_hours_were_new, seed):
    assert _check(client_when_hours_were_new, WHEN_HOURS_WERE_NEW.date(), 100 + seed, SEARCHES // 4) > SEARCHES


def test_open_at_finds_certainly_whoever_is_open_by_recent_hours(client_when_hours_were_new):
    today = WHEN_HOURS_WERE_NEW.date()
    answers = set()
    for hour in range(48):
        moment = datetime(2020, 10, 10, tzinfo=AMSTERDAM) + timedelta(hours=hour)
        query = {"openAt": moment.isoformat(), "unknown": "exclude", "limit": 100}
        hits = client_when_hours_were_new.get("/api/v1/places", query_string=query).json["features"]
        expected = {f["id"] for f in FEATURES if _open(f["properties"], moment, today) == "yes"}
        assert {hit["id"] for hit in hits} == expected
        assert {hit["properties"]["openState"] for hit in hits} <= {"open"}
        answers |= {len(expected)}
    assert len(answers) > 2


def test_the_state_of_a_place_is_told_only_by_recent_hours(client, client_when_hours_were_new):
    states = {"yes": "open", "no": "closed"}
    told = []
    for app, now in ((client, NOW), (client_when_hours_were_new, WHEN_HOURS_WERE_NEW)):
        for feature in FEATURES:
            place = app.get(f"/api/v1/places/{feature['id']}").json["properties"]
            answer = _open(feature["properties"], now, now.date())
            assert place["openState"] == states.get(answer, "unknown"), place["name"]
            told.append(place["openState"])
            assert (place["closesAt"] is not None) <= (place["openState"] == "open")
            assert (place["opensAt"] is not None) <= (place["openState"] == "closed")
    assert {"open", "unknown"} <= set(told)


def test_every_place_is_answered_as_the_file_has_it(client):
    for feature in FEATURES:
        raw = feature["properties"]
        answer = client.get(f"/api/v1/places/{feature['id']}").json
        place = answer["properties"]
        assert answer["geometry"] == feature["geometry"]
        assert place["status"] == raw.get("status", "open")
        for key in ("code", "name", "kind", "religion", "municipality", "district", "phone", "website", "verifiedOn"):
            assert place[key] == raw.get(key), (feature["id"], key)
        for key in ("denominations", "communities"):
            assert place[key] == raw.get(key, [])
        languages = [(item["code"], item["level"], item.get("when")) for item in raw.get("languages", [])]
        assert [(item["code"], item["level"], item["when"]) for item in place["languages"]] == languages
        known = {need: fact["answer"] for need, fact in raw.get("needs", {}).items()}
        assert len(place["needs"]) == 16
        assert place["needs"] == dict.fromkeys(place["needs"], "unknown") | known
        assert place["address"] == {"street": "", "houseNumber": "", "postcode": "", "city": ""} | raw.get(
            "address", {}
        )
        assert place["unverified"] == raw.get("unverified", False)
        dates = [source["date"] for source in raw["sources"] if source.get("date")]
        assert place["informationDate"] == max(dates, key=lambda text: (text + "-01-01")[:10], default=None)
        sources = [{key: source.get(key) for key in ("url", "title", "licence", "date")} for source in raw["sources"]]
        assert place["sources"] == sources
        assert [item["code"] for item in place["likelyLanguages"]] == _guesses(raw)
        spoken = {code for code, level, _ in languages if level != "printed"}
        assert spoken.isdisjoint(item["code"] for item in place["likelyLanguages"])
