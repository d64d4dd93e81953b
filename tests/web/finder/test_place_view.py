"""The page of a place in words: what is known, and what is not as a question to ask there."""

from finder.domain.place import Address
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Question, Reach, Religion, Status
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.usecases.show_place import show_place
from finder.web.finder.place_view import event_words, place_view
from tests.places import a_hidden_place
from tests.wording.saying import NEW, NOW, OLD, UNDATED, all_said, fact, gathering, language, place, said


def _view(**parts):
    return place_view(show_place(place(**parts), NOW), NOW)


def test_a_place_says_what_it_is_whether_it_is_open_and_how_old_that_is():
    view = _view(hours="Mo-Fr 10:00-17:00", sources=(NEW,), also_called=("Proef", "De Oude Proef"))
    assert (view.name, view.pictogram, said(view.kind)) == ("De Proef", "drop_in", "Inloophuis")
    assert said(view.also_called) == "Proef · De Oude Proef"
    assert (view.opening_state, said(view.opening), said(view.opening, "ar")) == (
        "open",
        "Open tot 17:00",
        "مفتوح حتى 17:00",
    )
    assert said(view.age) == "Informatie uit 1 november 2026, niet nagevraagd"
    assert _view().also_called is None


def test_a_place_that_is_gone_warns():
    assert all_said(_view(status=Status.MOVED).cautions) == ["Deze plek is verhuisd. Ga niet naar dit adres."]


def test_how_to_reach_a_place():
    contact = _view(
        address=Address("Dam", "1", "1012 JS"), district="Centrum", neighbourhood="Burgwallen", phone="020 123 45 67"
    ).contact
    assert (contact.address, contact.area) == ("Dam 1, 1012 JS Amsterdam", "Burgwallen, Centrum")
    assert [(way.pictogram, way.text, way.link) for way in contact.ways] == [
        ("phone", "020 123 45 67", "tel:0201234567"),
    ]
    assert _view(district="Centrum", neighbourhood="Centrum").contact.area == "Centrum"
    assert _view(neighbourhood="Burgwallen").contact.area == ""
    assert (contact.no_phone, _view().contact.no_phone, _view().contact.ways) == (False, True, ())


def test_every_way_to_reach_a_place_says_whom_one_reaches_by_it():
    site, mail = "https://proef.example/", "info@proef.example"
    reaches = {"phone": Reach.OFFICE, "email": Reach.GROUP}
    contact = _view(phone="+31 (0)20 123 45 67", website=site, email=mail, reaches=reaches).contact
    assert [(way.pictogram, way.text, way.link, said(way.reaches)) for way in contact.ways] == [
        ("phone", "+31 (0)20 123 45 67", "tel:+31201234567", "van de organisatie, niet van deze plek"),
        ("website", site, site, None),
        ("mail", mail, f"mailto:{mail}", "van een groep die hier samenkomt"),
    ]


def test_what_to_do_first_is_what_one_can_do():
    assert said(_view(phone="020 1", website="https://proef.example/").contact.first) == "Bel eerst."
    assert said(_view(website="https://proef.example/").contact.first) == "Kijk eerst op de website."
    assert said(_view().contact.first) == "Ga langs en kijk."


def test_hours_that_can_be_relied_on_have_no_caution():
    hours = _view(hours="We 10:00-12:00").hours
    assert [(said(each.day), said(each.hours)) for each in hours.week[:2]] == [
        ("woensdag", "10:00–12:00"),
        ("donderdag", "dicht"),
    ]
    assert (said(hours.age), hours.caution) == ("bron uit 1 november 2026", None)


def test_old_hours_say_to_call_first():
    hours = _view(hours="We 10:00-12:00", hours_source=OLD, phone="020 1").hours
    assert (said(hours.age), said(hours.caution)) == ("bron uit 2017", "niet nagevraagd: bel eerst")


def test_hours_in_the_words_of_the_source_have_no_week():
    hours = _view(hours_wording="Elke dag", hours_source=UNDATED).hours
    assert (hours.week, hours.wording, said(hours.age)) == ((), "Elke dag", "bron zonder datum")
    assert _view().hours is None


def test_what_is_not_known_of_a_first_visit_is_a_question_to_ask_there():
    visit = _view(first_visit={Question.COST: fact(Answer.NO)}).visit
    assert [(row.pictogram, said(row.asked.question)) for row in visit.known] == [("info", "Kost het geld?")]
    assert len(visit.unknown) == len(Question) - 1
    assert (visit.unknown[0].pictogram, said(visit.unknown[0].what)) == ("unknown", "Kan ik zo naar binnen lopen?")


def test_what_a_source_tells_of_a_first_visit_is_told_also_where_it_is_no_answer():
    visit = _view(first_visit={Question.FULL_OR_CALM: fact(Answer.UNKNOWN, "quiet_place")}).visit
    assert [said(row.asked.said) for row in visit.known] == ["Dat weten we niet: vraag het daar · Een rustige plek"]


def test_practical_things_that_are_known_not_to_be_there_are_told_too():
    needs = _view(needs={Need.SHOWER: fact(Answer.NO), Need.MEAL: fact(Answer.UNKNOWN, "soup")}).needs
    assert [(row.pictogram, said(row.asked.said)) for row in needs.known] == [("shower", "Nee")]
    assert "Eten" in [said(row.what) for row in needs.unknown]
    assert len(needs.unknown) == len(Need) - 1


def test_languages_and_belonging_are_told_or_not_known():
    view = _view(
        languages=(language("ti", LanguageLevel.STAFF),),
        religion=Religion.CHRISTIAN,
        denominations=("orthodox",),
        communities=("eritrean",),
    )
    assert all_said([each.said for each in view.languages]) == ["Mensen die er werken spreken Tigrinya"]
    assert all_said([row.said for row in view.belonging]) == ["Christendom", "Orthodox", "Eritrees"]
    assert all_said([row.what for row in view.belonging]) == ["Geloof", "Richting", "Gemeenschap"]
    assert [row.said for row in _view().belonging] == [None, None, None]
    assert said(view.not_known) == "Dat weten we niet: vraag het daar"


def test_meetings_and_activities_are_told():
    view = _view(gatherings=(gathering(),), activities=("film", "art"))
    assert said(view.meetings[0].next_time) == "Volgende keer: vrijdag 27 november 2026 · 18:00 tot 20:00"
    assert (said(view.activities), view.has_calendar) == ("Film · Kunst", True)
    assert (_view().activities, _view().has_calendar) == (None, False)


def test_calling_home_and_interpreting_have_a_section_each():
    family, interpreter = _view(needs={Need.INTERPRETER: fact(Answer.YES)}).remote
    assert (family.key, interpreter.key) == ("family", "interpreter")
    assert (said(family.heading), len(family.known)) == ("Bellen met familie ver weg", 0)
    assert [said(row.asked.question) for row in interpreter.known] == ["Is er een tolk, of vertaalt iemand?"]
    assert {row.pictogram for row in family.unknown} == {"video_call"}


def test_every_source_is_named_with_its_age():
    sources = _view(sources=(NEW, UNDATED)).sources
    assert [(source.title, said(source.age)) for source in sources] == [
        ("New", "bron uit 1 november 2026"),
        ("Undated", "bron zonder datum"),
    ]


def test_a_machine_reads_only_what_is_known():
    linked = _view(
        kind=PlaceKind.MOSQUE, needs={Need.WIFI: fact(Answer.YES), Need.MEAL: fact(Answer.UNKNOWN)}
    ).linked_data
    assert (linked["@type"], linked["address"]) == (
        "Mosque",
        {"@type": "PostalAddress", "addressLocality": "Amsterdam", "addressCountry": "NL"},
    )
    assert [(each["name"], each["value"]) for each in linked["amenityFeature"]] == [("wifi", True)]
    assert "telephone" not in linked


def test_a_calendar_says_it_in_the_language_of_the_page():
    shown = show_place(place(gatherings=(gathering(title="Soup", audience=("women",)),)), NOW)
    words = event_words(shown.place, shown.held[0], Localizer(LOCALES["en"]))
    assert (words.summary, words.language) == ("Eating together · De Proef", "en")
    assert words.description == "Soup\nWomen\nsource from November 1, 2026"


def test_a_place_that_keeps_its_address_back_shows_its_neighbourhood_and_its_phone():
    contact = place_view(show_place(a_hidden_place(district="Oost"), NOW), NOW).contact
    assert contact.address == "Dapperbuurt, Amsterdam"
    assert [way.text for way in contact.ways] == ["020 123 4567"]
