"""What can be asked is read off the application, so nobody has to tell the fuzzer of a new page."""

from werkzeug.datastructures import MultiDict

from fuzz import site
from fuzz.values import offered


def test_every_page_and_the_api_are_asked():
    rules = {(route.method, route.rule) for route in site.routes()}
    assert {
        ("POST", "/<locales:locales>/"),
        ("POST", "/<locales:locales>/agenda"),
        ("POST", "/<locales:locales>/card.pdf"),
        ("GET", "/<locales:locales>/places/<code>"),
        ("POST", "/api/v1/places/search"),
        ("GET", "/static/<path:filename>"),
    } <= rules
    assert {method for method, _ in rules} == {"GET", "POST"}


def test_the_fields_of_each_form_are_those_that_its_reader_reads():
    fields = site.forms()
    assert {"kind", "when", "loosen", "go", "where", "position"} <= set(fields["read_search_form"])
    assert {"day", "other_day", "what", "more"} <= set(fields["read_agenda_form"])
    assert {"code", "without", "also"} <= set(fields["read_list_form"])


def test_each_form_is_sent_to_the_pages_that_read_it():
    read = site.forms_of()
    assert "read_search_form" in read["/<locales:locales>/"]
    assert "read_agenda_form" in read["/<locales:locales>/agenda"]
    for page in ("card", "card.pdf", "card.html", "compare", "moved", "shortlist"):
        assert "read_list_form" in read[f"/<locales:locales>/{page}"]
    assert read["/api/v1/places/search"] == ()


def test_a_field_that_is_read_only_beside_another_is_found_too():
    def reader(form: MultiDict[str, str]) -> None:
        if form.get("day") == "other" and "hidden" in form:
            form.getlist("deep")

    assert site.fields_read_by(reader) == ("day", "hidden")


def test_what_a_field_offers_comes_from_the_vocabularies(draw):
    assert {offered(draw, "kind") for _ in range(200)} <= set(site.vocabularies()["kind"])
    assert offered(draw, "code") in site.codes()
    assert offered(draw, "nothing is known of it") == "1"
