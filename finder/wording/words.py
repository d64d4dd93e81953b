"""The Dutch word for every key of the vocabularies that somebody chooses from; the catalogues have the rest."""

from __future__ import annotations

from finder.domain.filters import PartOfDay
from finder.domain.remote_calls import CallAspect, InterpreterAspect
from finder.domain.vocabulary import LanguageLevel, Need, PlaceKind, Question, Reach, Religion
from finder.i18n.phrases import N_

KIND_WORDS: dict[PlaceKind, str] = {
    PlaceKind.DROP_IN: N_("Inloophuis"),
    PlaceKind.COMMUNITY_CENTRE: N_("Buurthuis"),
    PlaceKind.MOSQUE: N_("Moskee"),
    PlaceKind.CHURCH: N_("Kerk"),
    PlaceKind.SYNAGOGUE: N_("Synagoge"),
    PlaceKind.HINDU_TEMPLE: N_("Hindoetempel"),
    PlaceKind.BUDDHIST_TEMPLE: N_("Boeddhistische tempel"),
    PlaceKind.GURDWARA: N_("Gurdwara (tempel van Sikhs)"),
    PlaceKind.OTHER_WORSHIP: N_("Andere plek om te bidden"),
    PlaceKind.COMMUNITY_GROUP: N_("Groep mensen met iets gemeen"),
    PlaceKind.LIBRARY: N_("Bibliotheek"),
}

REACH_WORDS: dict[Reach, str] = {
    Reach.OFFICE: N_("van de organisatie, niet van deze plek"),
    Reach.GROUP: N_("van een groep die hier samenkomt"),
}

RELIGION_WORDS: dict[Religion, str] = {
    Religion.BAHAI: N_("Bahá’í"),
    Religion.BUDDHIST: N_("Boeddhisme"),
    Religion.CHRISTIAN: N_("Christendom"),
    Religion.HINDU: N_("Hindoeïsme"),
    Religion.JEWISH: N_("Jodendom"),
    Religion.MUSLIM: N_("Islam"),
    Religion.SIKH: N_("Sikhisme"),
    Religion.MULTIFAITH: N_("Voor alle geloven"),
    Religion.OTHER: N_("Een ander geloof"),
    Religion.NONE: N_("Zonder geloof"),
}

NEED_WORDS: dict[Need, str] = {
    Need.FREE: N_("Gratis"),
    Need.NO_ID: N_("Geen papieren nodig"),
    Need.NO_REGISTRATION: N_("Niet inschrijven"),
    Need.WOMEN_ONLY: N_("Alleen voor vrouwen"),
    Need.CHILDREN: N_("Kinderen welkom"),
    Need.DOGS: N_("Hond mag mee"),
    Need.WHEELCHAIR: N_("Rolstoel kan naar binnen"),
    Need.SHOWER: N_("Douche"),
    Need.MEAL: N_("Eten"),
    Need.WIFI: N_("Wifi"),
    Need.COMPUTER: N_("Computer"),
    Need.VIDEO_CALL: N_("Videobellen kan"),
    Need.INTERPRETER: N_("Tolk"),
    Need.TOILET: N_("Wc"),
    Need.CLOTHES: N_("Kleding"),
    Need.CHARGING: N_("Telefoon opladen"),
}

LEVEL_WORDS: dict[LanguageLevel, str] = {
    LanguageLevel.STAFF: N_("Mensen die er werken spreken %(language)s"),
    LanguageLevel.GATHERING: N_("Er is een bijeenkomst in deze taal: %(language)s"),
    LanguageLevel.SOME_VISITORS: N_("Sommige bezoekers spreken %(language)s"),
    LanguageLevel.INTERPRETER: N_("Er is een tolk voor %(language)s"),
    LanguageLevel.PRACTISED: N_("Je kunt er %(language)s leren of oefenen"),
    LanguageLevel.PRINTED: N_("Er is alleen iets op papier in deze taal: %(language)s"),
}

QUESTION_WORDS: dict[Question, str] = {
    Question.WALK_IN: N_("Kan ik zo naar binnen lopen?"),
    Question.ID_OR_REGISTRATION: N_("Moet ik papieren laten zien of me inschrijven?"),
    Question.COST: N_("Kost het geld?"),
    Question.WHO_COMES: N_("Wie komen er?"),
    Question.MY_LANGUAGE: N_("Spreekt iemand mijn taal?"),
    Question.WHAT_HAPPENS: N_("Wat gebeurt er als ik binnenkom?"),
    Question.MUST_BELIEVE: N_("Moet ik geloven, bidden of meedoen?"),
    Question.BRING: N_("Mag ik een kind, een hond, tassen of iemand meenemen?"),
    Question.FULL_OR_CALM: N_("Is het soms vol?"),
    Question.FACILITIES: N_("Is er eten, een wc, een douche, wifi of een stopcontact?"),
    Question.STEP_FREE: N_("Kan ik naar binnen zonder trap?"),
    Question.WHOM_TO_ASK: N_("Wie kan ik bij de deur iets vragen?"),
}

CALL_WORDS: dict[CallAspect, str] = {
    CallAspect.SCREEN: N_("Is er een scherm om te bellen?"),
    CallAspect.WIFI: N_("Is er wifi?"),
    CallAspect.PRIVACY: N_("Kan ik alleen zitten als ik bel?"),
    CallAspect.HOURS: N_("Op welke uren kan ik bellen?"),
    CallAspect.FREE: N_("Is bellen gratis?"),
}

INTERPRETER_WORDS: dict[InterpreterAspect, str] = {
    InterpreterAspect.PRESENT: N_("Is er een tolk, of vertaalt iemand?"),
    InterpreterAspect.LANGUAGES: N_("Voor welke talen is er een tolk?"),
    InterpreterAspect.BRING_YOUR_OWN: N_("Mag ik zelf iemand meenemen die vertaalt?"),
}

PART_OF_DAY_WORDS: dict[PartOfDay, str] = {
    PartOfDay.MORNING: N_("Ochtend"),
    PartOfDay.AFTERNOON: N_("Middag"),
    PartOfDay.EVENING: N_("Avond"),
}

NETWORK_NAMES: dict[str, str] = {
    "diyanet": "Diyanet",
    "fo_guang_shan": "Fo Guang Shan",
    "milli_gorus": "Millî Görüş",
    "turkish_federation": "Türk Federasyonu",
    "world_islamic_mission": "World Islamic Mission",
}
"""Names, the same in every language."""

DENOMINATION_WORDS: dict[str, str] = {
    "adventist": N_("Adventist"),
    "anglican": N_("Anglicaans"),
    "apostolic": N_("Apostolisch"),
    "restored_apostolic": N_("Hersteld apostolisch"),
    "baptist": N_("Baptist"),
    "ecumenical": N_("Oecumenisch"),
    "evangelical": N_("Evangelisch"),
    "jehovahs_witness": N_("Jehova’s getuigen"),
    "latter_day_saints": N_("Heiligen der laatste dagen"),
    "old_catholic": N_("Oudkatholiek"),
    "orthodox": N_("Orthodox"),
    "armenian_apostolic": N_("Armeens-apostolisch"),
    "coptic_orthodox": N_("Koptisch-orthodox"),
    "eritrean_orthodox": N_("Eritrees-orthodox"),
    "ethiopian_orthodox": N_("Ethiopisch-orthodox"),
    "greek_orthodox": N_("Grieks-orthodox"),
    "romanian_orthodox": N_("Roemeens-orthodox"),
    "russian_orthodox": N_("Russisch-orthodox"),
    "serbian_orthodox": N_("Servisch-orthodox"),
    "syriac_orthodox": N_("Syrisch-orthodox"),
    "pentecostal": N_("Pinkstergemeente"),
    "protestant": N_("Protestants"),
    "lutheran": N_("Luthers"),
    "mennonite": N_("Doopsgezind"),
    "methodist": N_("Methodistisch"),
    "moravian": N_("Evangelische Broedergemeente"),
    "presbyterian": N_("Presbyteriaans"),
    "reformed": N_("Gereformeerd of hervormd"),
    "remonstrant": N_("Remonstrants"),
    "quaker": N_("Quakers"),
    "roman_catholic": N_("Rooms-katholiek"),
    "salvation_army": N_("Leger des Heils"),
    "ahmadiyya": N_("Ahmadiyya"),
    "alevi": N_("Alevitisch"),
    "shia": N_("Sjiitisch"),
    "sufi": N_("Soefi"),
    "sunni": N_("Soennitisch"),
    "ashkenazi": N_("Asjkenazisch"),
    "conservative_jewish": N_("Masorti (Joods)"),
    "liberal_jewish": N_("Liberaal-Joods"),
    "orthodox_jewish": N_("Orthodox-Joods"),
    "sephardic": N_("Sefardisch"),
    "sanatan_dharma": N_("Sanatan Dharma"),
    "arya_samaj": N_("Arya Samaj"),
    "hare_krishna": N_("Hare Krishna"),
    "mahayana": N_("Mahayana"),
    "theravada": N_("Theravada"),
    "tibetan": N_("Tibetaans boeddhisme"),
    "zen": N_("Zen"),
}

COMMUNITY_WORDS: dict[str, str] = {
    "afghan": N_("Afghaans"),
    "african": N_("Afrikaans (uit Afrika)"),
    "antillean": N_("Antilliaans"),
    "armenian": N_("Armeens"),
    "brazilian": N_("Braziliaans"),
    "bulgarian": N_("Bulgaars"),
    "cape_verdean": N_("Kaapverdisch"),
    "chinese": N_("Chinees"),
    "eastern_european": N_("Oost-Europees"),
    "egyptian": N_("Egyptisch"),
    "english_speaking": N_("Engelstalig"),
    "eritrean": N_("Eritrees"),
    "ethiopian": N_("Ethiopisch"),
    "eu_citizens": N_("Mensen uit andere EU-landen"),
    "filipino": N_("Filipijns"),
    "french_speaking": N_("Franstalig"),
    "german_speaking": N_("Duitstalig"),
    "ghanaian": N_("Ghanees"),
    "greek": N_("Grieks"),
    "hindustani": N_("Hindoestaans"),
    "hungarian": N_("Hongaars"),
    "indonesian": N_("Indonesisch"),
    "international": N_("Internationaal"),
    "iranian": N_("Iraans"),
    "iraqi": N_("Iraaks"),
    "italian": N_("Italiaans"),
    "japanese": N_("Japans"),
    "korean": N_("Koreaans"),
    "latin_american": N_("Latijns-Amerikaans"),
    "lgbtq": N_("Lhbtq+"),
    "malaysian": N_("Maleisisch"),
    "mixed": N_("Gemengd"),
    "moluccan": N_("Moluks"),
    "moroccan": N_("Marokkaans"),
    "newcomers": N_("Mensen die nieuw zijn in Nederland"),
    "nigerian": N_("Nigeriaans"),
    "pakistani": N_("Pakistaans"),
    "polish": N_("Pools"),
    "portuguese": N_("Portugees"),
    "portuguese_speaking": N_("Portugeestalig"),
    "romanian": N_("Roemeens"),
    "russian": N_("Russisch"),
    "scottish": N_("Schots"),
    "sierra_leonean": N_("Sierra Leoons"),
    "somali": N_("Somalisch"),
    "spanish_speaking": N_("Spaanstalig"),
    "surinamese": N_("Surinaams"),
    "syriac": N_("Suryoyo (Syrisch christelijk)"),
    "syrian": N_("Syrisch"),
    "taiwanese": N_("Taiwanees"),
    "thai": N_("Thais"),
    "turkish": N_("Turks"),
    "ugandan": N_("Oegandees"),
    "ukrainian": N_("Oekraïens"),
    "undocumented": N_("Mensen zonder verblijfspapieren"),
    "women": N_("Vrouwen"),
}
