"""Both sides of the measurement hold the same facts."""

import json
import sqlite3

from bench.facts import OF_THE_SEARCH, cells_of, facts_of, write_database


def _features(client) -> list[dict]:
    return json.loads(client.get("/api/v1/places?kind=drop_in&limit=5").data)["features"]


def test_a_row_holds_every_fact_of_the_api_and_nothing_of_one_search(client, tmp_path):
    features = _features(client)
    facts = [facts_of(feature) for feature in features]
    write_database(tmp_path / "places.db", facts)
    with sqlite3.connect(tmp_path / "places.db") as database:
        held = database.execute("select * from places order by rowid").fetchall()
        columns = [column for _, column, *_ in database.execute("pragma table_info(places)")]
    database.close()
    assert held == [cells_of(told) for told in facts]
    assert columns == list(facts[0])
    assert set(features[0]["properties"]) - set(columns) == OF_THE_SEARCH


def test_a_list_becomes_text_that_reads_back():
    assert cells_of({"lon": 4.9, "languages": [{"code": "ti"}], "phone": None}) == (4.9, '[{"code":"ti"}]', None)
