"""By which words and OpenStreetMap tags a place is known that hides somebody, or where people sleep.

A ``*`` stands for the rest of a word. Languages in which none of us can tell a home church from a church are left out.
"""

from __future__ import annotations

from collections.abc import Mapping

ASLEEP = "a place where people sleep"
SENSITIVE_WORDS: Mapping[str, tuple[str, ...]] = {
    "a women's refuge": (
        *("blijf van m lijf*", "blijf van mijn lijf*", "blijf groep", "oranje huis", "vrouwenopvang*"),
        *("moeder kind huis", "moeder kindhuis", "moeder en kindhuis", "geheim adres", "geheime adres"),
        *("women s refuge*", "womens refuge*", "women s shelter*", "womens shelter*", "shelter for women"),
        *("refuge for women", "safe house*", "safehouse*", "secret address", "battered women*", "crisis shelter*"),
        *("domestic violence shelter*", "domestic violence refuge*", "domestic abuse refuge*", "frauenhaus*"),
        *("refuge pour femmes", "foyer pour femmes", "femmes battues", "maison d accueil pour femmes"),
        *("casa de acogida", "casa refugio", "refugio para mujeres", "mujeres maltratadas"),
        *("casa abrigo", "casa de abrigo", "abrigo para mulheres", "schronisko dla kobiet", "dom samotnej matki"),
        *("adăpost pentru femei", "adăpost pentru victime*", "női menedékház", "védett ház*", "anyaotthon*"),
        *("приют за жени", "кризисен център", "sığınma evi", "sığınmaevi", "kadın sığınağı"),
        *("приют для женщин", "убежище для женщин", "притулок для жінок*"),
        *("ملجأ للنساء", "مأوى للنساء", "دار إيواء*", "خانه امن", "پناهگاه زنان"),
    ),
    "a refuge for LGBTQ people": (
        *("lhbt* opvang", "lhbt* noodopvang", "lhbt* crisisopvang", "roze opvang", "queer opvang", "trans opvang"),
        *("lgbt* shelter*", "lgbt* refuge*", "lgbt* housing", "queer shelter*", "queer refuge*", "gay shelter*"),
        *("trans shelter*", "transgender shelter*", "refuge lgbt*", "refugio lgbt*", "abrigo lgbt*"),
    ),
    "housing of people who seek asylum": (
        *("azc", "azc s", "asielzoekerscent*", "asielhotel*", "asielopvang*", "asielboot*", "coa locatie"),
        *("coa opvang*", "vluchtelingenopvang*", "vluchtelingenboot*", "vreemdelingenvoorziening*", "lvv locatie"),
        *("refugee camp*", "refugee shelter*", "refugee accommodation", "refugee housing", "refugee reception*"),
        *("refugee cent*", "asylum cent*", "asylum hotel*", "asylum reception*", "asylum housing", "asylum unit*"),
        *("asylum accommodation", "asylum seeker* cent*", "asylum seeker* hotel*", "asylum seeker* reception*"),
        *("asylum seeker* accommodation", "asylheim*", "asylunterkunft*", "flüchtlingsheim*", "flüchtlingsunterkunft*"),
        *("centre d accueil pour demandeurs d asile", "centre d accueil de réfugiés", "centro de refugiados"),
        *("centro de acogida", "centro de acolhimento", "ośrodek dla cudzoziemców", "ośrodek dla uchodźców"),
        *("centru pentru refugiați", "centru pentru solicitanți*", "befogadó állomás*", "menekülttábor*"),
        *("бежански център", "лагер за бежанци", "mülteci kampı", "geri gönderme merkezi"),
        *("лагерь беженцев", "центр для беженцев", "табір біженців", "центр для біженців"),
        *(
            "مركز استقبال اللاجئين",
            "مركز اللجوء",
            "مخيم اللاجئين",
            "کمپ پناهندگی",
            "کمپ پناهجویان",
            "اردوگاه پناهندگان",
        ),
    ),
    "the home of somebody": (
        *("huiskerk*", "huisgemeente*", "bij familie", "bij de familie", "bij fam", "bij de fam"),
        *("house church*", "home church*", "at the home of", "in the home of", "hauskirche*", "hausgemeinde*"),
        *("église de maison", "église à domicile", "église domestique", "iglesia en casa", "iglesia en las casas"),
        *("iglesia doméstica", "igreja em casa", "igreja doméstica", "igreja nos lares", "kościół domowy"),
        *("biserica de casă", "biserică de casă", "biserica în casă", "házi gyülekezet*", "házigyülekezet*"),
        *("домашна църква", "ev kilisesi", "ev kiliseleri", "домашняя церковь", "домашня церква"),
        *("كنيسة منزلية", "كنيسة بيتية", "کلیسای خانگی"),
    ),
    ASLEEP: (
        *("*opvang", "opvang*", "passantenverblijf*", "passantenpension*", "sociaal pension*", "slaaphuis*"),
        *("slaapplaats*", "slaapplek*", "nachtverblijf*", "bed bad brood", "bed bad en brood"),
        *("night shelter*", "nightshelter*", "overnight shelter*", "homeless shelter*", "emergency shelter*"),
        *("winter shelter*", "shelter for homeless*", "shelter for the homeless", "homeless hostel*"),
        *("notschlafstelle*", "notunterkunft*", "nachtasyl*", "obdachlosenheim*", "obdachlosenunterkunft*"),
        *("hébergement d urgence", "centre d hébergement*", "abri de nuit", "asile de nuit", "foyer de nuit"),
        *("albergue nocturno", "albergue para personas*", "albergue de transeúntes", "abrigo noturno"),
        *("albergue noturno", "centro de acolhimento noturno", "noclegowni*", "schronisko dla bezdomnych"),
        *("schronisko dla osób bezdomnych", "azil de noapte", "adăpost de noapte", "hajléktalanszálló*"),
        *("éjjeli menedékhely*", "нощен приют", "приют за бездомни", "evsizler barınağı", "gece barınağı"),
        *("ночлежк*", "ночной приют", "приют для бездомных", "нічліжк*", "нічний притулок"),
        *("притулок для бездомних", "مأوى ليلي", "مأوى للمشردين", "مركز إيواء*", "گرمخانه*", "سرپناه شبانه"),
    ),
}
"""What such a place is -> the words of its name. The first that fits is named."""

HARMLESS_WORDS: tuple[str, ...] = (
    *("kinderopvang*", "peuteropvang*", "babyopvang*", "dagopvang*", "gastouderopvang*", "huiswerkopvang*"),
    *("buitenschoolse opvang*", "naschoolse opvang*", "voorschoolse opvang*", "tussenschoolse opvang*"),
    *("dierenopvang*", "hondenopvang*", "kattenopvang*", "egelopvang*", "vogelopvang*", "wateropvang*"),
    *("regenwateropvang*", "opvang van kinderen", "opvang voor kinderen", "opvang van dieren", "opvang voor dieren"),
    *("s house church*", "gods house church*", "jesus house church*", "prayer house church*", "open house church*"),
    *("full house church*", "welcome home church*", "coming home church*"),
)
"""What has such a word in it and is no such place: children are minded there, or the house is God's."""

TELLS_OF = (
    *("museum", "musée", "museo", "museu", "muzeum", "muzeu", "múzeum", "музей", "müze*", "متحف", "موزه"),
    *("archief", "archive", "archives", "tentoonstelling", "exhibition", "monument", "memorial", "herdenking"),
)
"""A place with such a word in front tells about what follows, it is not what follows."""

IS_RUN_BY = (
    *("inloop*", "daginloop", "dagcentrum", "dagopvang*", "dagbesteding", "buurthuis", "buurtkamer", "huiskamer"),
    *("kringloop*", "eethuis", "restaurant", "drop in", "day cent*", "daycent*", "walk in", "community cent*"),
)
BY = ("van", "van de", "van het", "door", "of", "of the", "by", "by the")
"""A day place with such a word behind it is run by what follows, which may have beds elsewhere."""

NAME_TAGS = ("name", "alt_name", "official_name", "short_name", "loc_name", "description")
SENSITIVE_TAGS: Mapping[tuple[str, str], str] = {
    ("social_facility", "shelter"): ASLEEP,
    ("social_facility", "dormitory"): ASLEEP,
    ("social_facility", "refuge"): "a women's refuge",
    ("social_facility:for", "abused"): "a women's refuge",
    ("social_facility:for", "victim"): "a women's refuge",
    ("amenity", "refugee_site"): "housing of people who seek asylum",
    ("amenity", "refugee_housing"): "housing of people who seek asylum",
    ("place_of_worship", "house_church"): "the home of somebody",
}
"""``amenity=shelter`` is not among them: that is a roof against the rain."""
LIVE_THERE = "group_home"
NEED_NOT_HIDE = frozenset({"senior"})
"""Whom a ``social_facility=group_home`` may be for without anybody hiding there."""
DWELLINGS = frozenset({"house", "detached", "semidetached_house", "bungalow", "houseboat"})
"""Buildings that, as a place of worship, are somebody's home."""
