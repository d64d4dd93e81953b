"""The words for the door over HTTP: each sentence small in the list, and large to be shown."""

import pytest


@pytest.mark.parametrize("locale", ["nl", "ar", "ti", "so", "uk"])
def test_the_words_for_the_door_stand_large_in_both_languages(client, locale):
    page = client.get(f"/{locale}/words").get_data(as_text=True)
    assert page.count('<p class="large" lang="nl" dir="ltr">') == (10 if locale == "nl" else 11)
    if locale != "nl":
        assert page.count(f'<p class="large" lang="{locale}"') == 11


def test_who_reads_dutch_only_is_told_where_to_choose_a_language(client):
    asked = "Kies boven je eigen taal."
    assert asked in client.get("/nl/words").get_data(as_text=True)
    assert asked not in client.get("/nl+ar/words").get_data(as_text=True)
