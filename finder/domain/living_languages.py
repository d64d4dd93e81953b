"""Which living languages a community, a denomination, a network or a religion makes likely, each with its source.

A guess about people, not about a house: what a source says of a place goes before it. A liturgical language is never
here: nobody is spoken to in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from finder.domain.evidence import Basis
from finder.domain.sourced import PartialDate, Source


@dataclass(frozen=True, slots=True)
class LivingLanguages:
    """The languages (ISO 639 codes) that one thing makes likely, and who says so."""

    languages: tuple[str, ...]
    source: Source


def _page(url: str, title: str, day: str | None = None) -> Source:
    return Source(url, title, "facts only", PartialDate(day) if day else None)


CLDR_TERRITORIES = _page(
    "https://www.unicode.org/cldr/charts/latest/supplemental/territory_language_information.html",
    "Unicode CLDR: Territory-Language Information",
)
"""Which languages are spoken in a country, by how many: for communities that are named after one."""
_SARNAMI = _page("https://www.ohchr.org/EN/UDHR/Pages/Language.aspx?LangID=hns", "OHCHR: Sarnámi Hindustani")
_SYRIAC = _page(
    "https://syriacpress.com/blog/2021/08/28/the-syriac-orthodox-community-in-the-netherlands/",
    "SyriacPress: The Syriac Orthodox Community in the Netherlands",
    "2021-08-28",
)
_SERMONS = _page(
    "https://www.rd.nl/artikel/427780-nederlandse-taal-rukt-op-in-moskeeen", "RD: Nederlandse taal rukt op in moskeeën"
)

CODES_OF_COUNTRIES: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "afghan": ("AF", ("fa", "prs", "ps")),
        "antillean": ("CW", ("pap", "nl")),
        "armenian": ("AM", ("hy",)),
        "brazilian": ("BR", ("pt",)),
        "bulgarian": ("BG", ("bg",)),
        "cape_verdean": ("CV", ("kea", "pt")),
        "chinese": ("CN", ("zh", "yue")),
        "egyptian": ("EG", ("ar",)),
        "eritrean": ("ER", ("ti",)),
        "ethiopian": ("ET", ("am",)),
        "filipino": ("PH", ("tl", "en")),
        "ghanaian": ("GH", ("tw", "en")),
        "greek": ("GR", ("el",)),
        "hungarian": ("HU", ("hu",)),
        "indonesian": ("ID", ("id",)),
        "iranian": ("IR", ("fa",)),
        "iraqi": ("IQ", ("ar",)),
        "italian": ("IT", ("it",)),
        "japanese": ("JP", ("ja",)),
        "korean": ("KR", ("ko",)),
        "malaysian": ("MY", ("ms",)),
        "moroccan": ("MA", ("ary", "ar", "rif", "zgh")),
        "nigerian": ("NG", ("en",)),
        "pakistani": ("PK", ("ur",)),
        "polish": ("PL", ("pl",)),
        "portuguese": ("PT", ("pt",)),
        "romanian": ("RO", ("ro",)),
        "russian": ("RU", ("ru",)),
        "scottish": ("GB", ("en",)),
        "sierra_leonean": ("SL", ("en",)),
        "somali": ("SO", ("so",)),
        "surinamese": ("SR", ("nl", "srn")),
        "syrian": ("SY", ("ar",)),
        "taiwanese": ("TW", ("zh",)),
        "thai": ("TH", ("th",)),
        "turkish": ("TR", ("tr",)),
        "ugandan": ("UG", ("lg", "sw")),
        "ukrainian": ("UA", ("uk",)),
    }
)
"""By community: its country (ISO 3166), and of what is spoken there the languages that most of the community share."""

_NAMED_AFTER_A_LANGUAGE = {
    "english_speaking": ("en",),
    "french_speaking": ("fr",),
    "german_speaking": ("de",),
    "portuguese_speaking": ("pt",),
    "spanish_speaking": ("es",),
}
_ISO_639 = _page("https://iso639-3.sil.org/code_tables/639/data", "SIL: ISO 639-3 code tables")

_OTHERS: dict[tuple[Basis, str], LivingLanguages] = {
    (Basis.COMMUNITY, "hindustani"): LivingLanguages(("hns", "nl"), _SARNAMI),
    (Basis.COMMUNITY, "latin_american"): LivingLanguages(("es",), CLDR_TERRITORIES),
    (Basis.COMMUNITY, "syriac"): LivingLanguages(("syr",), _SYRIAC),
    (Basis.DENOMINATION, "ahmadiyya"): LivingLanguages(
        ("ur",),
        _page(
            "https://www.emea.nl/persberichten/koningin-bezoekt-2-juni-2006-50-jarige-mobarak-moskee-16803/",
            "EMEA: koningin bezoekt Mobarak-moskee",
            "2006",
        ),
    ),
    (Basis.DENOMINATION, "armenian_apostolic"): LivingLanguages(
        ("hy",),
        _page(
            "https://www.oosterschristendom.nl/kerkgemeenschappen/ik-ben-veel-rustiger-nu-god-staat-naast-me/",
            "Platform Oosters Christendom: Armeens Apostolische Kerk",
        ),
    ),
    (Basis.DENOMINATION, "coptic_orthodox"): LivingLanguages(
        ("ar",),
        _page("https://www.koptischekerk.nl/info/over-ons-full/", "Koptische Kerk in Nederland: over ons"),
    ),
    (Basis.DENOMINATION, "eritrean_orthodox"): LivingLanguages(
        ("ti",),
        _page("https://gelovenindestad.nl/nieuwe-kerk-in-haarlem/", "Geloven in de stad: Nieuwe kerk in Haarlem"),
    ),
    (Basis.DENOMINATION, "ethiopian_orthodox"): LivingLanguages(
        ("am",), _page("http://www.tewahedo.nl/mission", "Tewahedo.nl: Mission")
    ),
    (Basis.DENOMINATION, "greek_orthodox"): LivingLanguages(("el",), CLDR_TERRITORIES),
    (Basis.DENOMINATION, "moravian"): LivingLanguages(
        ("srn", "nl"),
        _page(
            "https://www.citynieuws.nl/koningskerk-pleisterplaats-surinaamse-gemeenschap/",
            "City Nieuws: Koningskerk pleisterplaats",
        ),
    ),
    (Basis.DENOMINATION, "romanian_orthodox"): LivingLanguages(
        ("ro",),
        _page("http://www.oudkatholiekekerk.nl/aalsmeer/roemeense-gasten", "Oud-Katholiek Aalsmeer: Roemeense gasten"),
    ),
    (Basis.DENOMINATION, "sanatan_dharma"): LivingLanguages(
        ("hns", "hi"), _page("https://www.radhakrishnamandir.nl/geschiedenis", "Radha Krishna Mandir: geschiedenis")
    ),
    (Basis.DENOMINATION, "serbian_orthodox"): LivingLanguages(("sr",), CLDR_TERRITORIES),
    (Basis.DENOMINATION, "syriac_orthodox"): LivingLanguages(("syr",), _SYRIAC),
    (Basis.NETWORK, "diyanet"): LivingLanguages(("tr",), _SERMONS),
    (Basis.NETWORK, "milli_gorus"): LivingLanguages(("tr",), _SERMONS),
    (Basis.NETWORK, "turkish_federation"): LivingLanguages(("tr",), _SERMONS),
    (Basis.NETWORK, "world_islamic_mission"): LivingLanguages(
        ("ur", "nl"),
        _page(
            "https://www.rd.nl/artikel/106965-moslimorganisatie-eist-maatregelen-tegen-moskee",
            "RD: Moslimorganisatie eist maatregelen",
        ),
    ),
    (Basis.NETWORK, "fo_guang_shan"): LivingLanguages(
        ("zh",), _page("https://www.groene.nl/artikel/boeddha-op-de-zeedijk", "De Groene: Boeddha op de Zeedijk")
    ),
    (Basis.RELIGION, "sikh"): LivingLanguages(
        ("pa",),
        _page("https://vijfeeuwenmigratie.nl/verhalen/sikhs-amsterdam", "Vijf eeuwen migratie: Sikhs in Amsterdam"),
    ),
}

LIVING_LANGUAGES: Mapping[tuple[Basis, str], LivingLanguages] = MappingProxyType(
    {
        **{
            (Basis.COMMUNITY, key): LivingLanguages(codes, CLDR_TERRITORIES)
            for key, (_, codes) in CODES_OF_COUNTRIES.items()
        },
        **{(Basis.COMMUNITY, key): LivingLanguages(codes, _ISO_639) for key, codes in _NAMED_AFTER_A_LANGUAGE.items()},
        **_OTHERS,
    }
)
"""By basis and key of its vocabulary."""

OF_THE_COUNTRY: Mapping[str, LivingLanguages] = MappingProxyType(
    {
        denomination: LivingLanguages(("nl",), CLDR_TERRITORIES)
        for denomination in (
            "baptist",
            "ecumenical",
            "lutheran",
            "mennonite",
            "old_catholic",
            "protestant",
            "reformed",
            "remonstrant",
            "roman_catholic",
        )
    }
)
"""Denominations that are at home here: the language of the country is likely, unless anything points to another one."""

_CLDR_MATCHING = _page(
    "https://www.unicode.org/cldr/charts/latest/supplemental/language_matching.html", "Unicode CLDR: Language Matching"
)
_DARI = _page("https://nli.org.il/en/authorities/987007543240905171", "National Library of Israel: Dari language")
_HINDUSTANI = _page("https://en.wikipedia.org/wiki/Hindustani_language", "Wikipedia: Hindustani language")

FOLLOWED: Mapping[str, Mapping[str, Source]] = MappingProxyType(
    {
        "ary": {"ar": _CLDR_MATCHING},
        "cs": {"sk": _CLDR_MATCHING},
        "fa": {"prs": _DARI},
        "hi": {"ur": _HINDUSTANI},
        "hns": {
            "hi": _page(
                "https://neerlandistiek.nl/2016/04/kapotte-taal",
                "Neerlandistiek: Kapotte taal",
                "2016-04",
            )
        },
        "kea": {"pt": CLDR_TERRITORIES},
        "ms": {"id": _CLDR_MATCHING},
        "pcm": {"en": _CLDR_MATCHING},
        "prs": {"fa": _DARI},
        "sk": {"cs": _CLDR_MATCHING},
        "ur": {"hi": _HINDUSTANI},
    }
)
"""By language: others of its family that who speaks it usually follows, each with who says so.

One way where it is true one way: who speaks Moroccan Arabic follows the Arabic of television and sermons, but few
who grew up with another Arabic follow Moroccan. Languages that are only learnt at school are not of a family.
"""
