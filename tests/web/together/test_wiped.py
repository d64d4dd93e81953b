"""Where "stop and wipe" leads."""

from tests.web.together.samples import text_of


def test_the_page_after_wiping_knows_no_language_but_that_of_the_browser(client):
    assert "Alles is gewist" in text_of(client.get("/wiped", headers={"Accept-Language": "nl"}))
    assert '<html lang="fr"' in client.get("/wiped", headers={"Accept-Language": "fr"}).get_data(as_text=True)
