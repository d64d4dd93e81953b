"""What people call a language in everyday life, beside the name that dictionaries give it: the one table of that.

``shown`` is a message: it stands in brackets behind the name wherever a language is chosen, in every locale. ``also``
are further names and spellings by which it is found, whatever the locale. Several languages may share a name.
"""

from __future__ import annotations

from dataclasses import dataclass

from finder.i18n.phrases import N_


@dataclass(frozen=True, slots=True)
class Everyday:
    """The everyday names of a language."""

    shown: str | None = None
    also: tuple[str, ...] = ()


_BERBER = ("Berber", "Amazigh", "Tamazight", "Tmazight", "Tamazigh", "الأمازيغية", "أمازيغي")
_KURDISH = ("Koerdisch", "Kurdish", "Kurdî", "Kurdi", "کوردی", "كردي", "Kürtçe")

EVERYDAY_NAMES: dict[str, Everyday] = {
    "am": Everyday(also=("Amarinya", "Amhara")),
    "ar": Everyday(also=("Arabi", "عربي", "Fusha")),
    "arc": Everyday(also=("Aramees", "Aramaic")),
    "ary": Everyday(N_("Darija"), ("Derija", "Darizja", "Maghribi", "Marokkaans", "Moroccan", "دارجة", "دارجه")),
    "bn": Everyday(also=("Bangla",)),
    "ckb": Everyday(N_("Kurdi"), ("Sorani", *_KURDISH)),
    "en": Everyday(also=("Inglis", "Inglish")),
    "es": Everyday(also=("Castellano", "Latino")),
    "fa": Everyday(N_("Farsi"), ("Irani", "Iraans", "Iranian", "Parsi")),
    "he": Everyday(also=("Ivrit",)),
    "hns": Everyday(also=("Sarnami", "Surinaams Hindi", "Hindoestaans", "Hindustani")),
    "id": Everyday(also=("Indonesia",)),
    "kea": Everyday(also=("Kriolu", "Creools", "Crioulo", "Kaapverdisch")),
    "kmr": Everyday(N_("Kurdi"), ("Kurmanji", "Kurmandji", "Kirmanci", "Bahdini", *_KURDISH)),
    "ms": Everyday(also=("Melayu",)),
    "nl": Everyday(also=("Hollands", "Vlaams", "Dutch")),
    "om": Everyday(also=("Oromifa", "Oromoo")),
    "pa": Everyday(also=("Panjabi",)),
    "pap": Everyday(also=("Papiamento", "Antilliaans")),
    "pcm": Everyday(also=("Pidgin", "Naija", "Broken English")),
    "pl": Everyday(also=("Polnisch", "Polsku")),
    "prs": Everyday(N_("Farsi uit Afghanistan"), ("Farsi", "Afghaans", "Afghan", "Afghani", "فارسی")),
    "ps": Everyday(also=("Pashto", "Pashtu", "Pakhto", "Afghaans", "Afghan", "Afghani")),
    "pt": Everyday(also=("Braziliaans", "Brasileiro", "Brazilian")),
    "rif": Everyday(N_("Berbers uit het Rif"), ("Rif", "Riffi", "Riffijns", "Riffian", "Tarifiyt", "ريفية", *_BERBER)),
    "ro": Everyday(also=("Moldavisch", "Moldovenească")),
    "rom": Everyday(also=("Roma", "Romanes")),
    "so": Everyday(also=("Af Soomaali", "Af-Soomaali", "Somali")),
    "sq": Everyday(also=("Kosovaars", "Kosovo")),
    "srn": Everyday(N_("het Surinaams"), ("Surinaams", "Sranan", "Surinamese")),
    "syr": Everyday(also=("Suryoyo", "Suroyo", "Turoyo", "Aramees", "Assyrisch", "Assyrian")),
    "ti": Everyday(also=("Tigrigna", "Tigrinja", "Tigray")),
    "tl": Everyday(also=("Filipino", "Filipijns", "Pilipino")),
    "tw": Everyday(N_("Akan"), ("Asante", "Ashanti", "Fante", "Ghanees", "Ghanaian")),
    "ur": Everyday(also=("Pakistaans", "Pakistani")),
    "yue": Everyday(also=("Cantonees", "Cantonese", "广东话", "廣東話")),
    "zgh": Everyday(N_("Berbers"), ("Tachelhit", "Tashelhit", "Sous", *_BERBER)),
    "zh": Everyday(N_("Mandarijn"), ("Mandarin", "Putonghua", "普通话", "国语")),
}
