"""Names of the languages that people speak at places: CLDR's where Babel has them, messages of ours for the rest.

Codes are those of ISO 639 (two letters where ISO 639-1 has them, else ISO 639-3). Own names are CLDR's where it has the
language as a locale; the others are in common use and, like our own names, wait for a speaker's review.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from babel import Locale

from finder.i18n.everyday_names import EVERYDAY_NAMES, Everyday
from finder.i18n.locales import InterfaceLocale
from finder.i18n.phrases import N_, Sayable


class _Speaker(Protocol):
    locale: InterfaceLocale

    def text(self, phrase: Sayable) -> str: ...


@dataclass(frozen=True, slots=True)
class Language:
    """A spoken language: its ISO 639 code (two letters where there are two), own name, and our Dutch name for it.

    ``name`` is None where CLDR names the language in every locale of ours.
    """

    code: str
    endonym: str
    name: str | None = None


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("am", "አማርኛ"),
        Language("ar", "العربية"),
        Language("ary", "الدارجة", N_("Marokkaans-Arabisch")),
        Language("arc", "ܐܪܡܝܐ"),
        Language("bg", "Български"),
        Language("bn", "বাংলা"),
        Language("ckb", "کوردیی ناوەندی", N_("Sorani-Koerdisch")),
        Language("cop", "Ϯⲙⲉⲧⲣⲉⲙⲛ̀ⲭⲏⲙⲓ"),
        Language("cs", "Čeština"),
        Language("cu", "Словѣньскъ"),
        Language("de", "Deutsch"),
        Language("el", "Ελληνικά"),
        Language("en", "English"),
        Language("es", "Español"),
        Language("fa", "فارسی"),
        Language("fr", "Français"),
        Language("gez", "ግዕዝ"),
        Language("ha", "Hausa"),
        Language("he", "עברית"),
        Language("hi", "हिन्दी"),
        Language("hns", "Sarnámi"),
        Language("hu", "Magyar"),
        Language("hy", "Հայերեն"),
        Language("id", "Bahasa Indonesia"),
        Language("it", "Italiano"),
        Language("ja", "日本語"),
        Language("kea", "Kabuverdianu"),
        Language("kmr", "Kurmancî", N_("Kurmanci-Koerdisch")),
        Language("ko", "한국어"),
        Language("la", "Latina"),
        Language("lg", "Luganda"),
        Language("lt", "Lietuvių"),
        Language("lv", "Latviešu"),
        Language("ms", "Bahasa Melayu"),
        Language("nl", "Nederlands"),
        Language("om", "Afaan Oromoo"),
        Language("pa", "ਪੰਜਾਬੀ"),
        Language("pap", "Papiamentu", N_("Papiaments")),
        Language("pcm", "Naijá"),
        Language("pl", "Polski"),
        Language("prs", "دری", N_("Dari")),
        Language("ps", "پښتو"),
        Language("pt", "Português"),
        Language("rif", "Tarifit", N_("Tarifit")),
        Language("ro", "Română"),
        Language("rom", "Romani", N_("Romani")),
        Language("ru", "Русский"),
        Language("sk", "Slovenčina"),
        Language("so", "Soomaali"),
        Language("sq", "Shqip"),
        Language("sr", "Српски"),
        Language("srn", "Sranantongo", N_("Sranantongo")),
        Language("sw", "Kiswahili"),
        Language("syc", "ܟܬܒܢܝܐ"),
        Language("syr", "ܣܘܪܝܬ"),
        Language("th", "ไทย"),
        Language("ti", "ትግርኛ"),
        Language("tl", "Tagalog", N_("Tagalog")),
        Language("tr", "Türkçe"),
        Language("tw", "Twi", N_("Twi")),
        Language("uk", "Українська"),
        Language("ur", "اردو"),
        Language("vi", "Tiếng Việt"),
        Language("xcl", "Գրաբար", N_("Oud-Armeens")),
        Language("yo", "Yorùbá"),
        Language("yue", "粵語"),
        Language("zh", "中文"),
        Language("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ", N_("Tamazight")),
    )
}


@cache
def _known_codes() -> frozenset[str]:
    return frozenset(Locale("en").languages) | LANGUAGES.keys()


def is_language(code: str) -> bool:
    """Tell whether a code is that of a language which CLDR or we can name."""
    return code in _known_codes()


def language_name(code: str, localizer: _Speaker) -> str:
    """Return the name of a language in the localizer's locale, first letter large; the code when nobody names it."""
    language = LANGUAGES.get(code)
    if language and language.name:
        return localizer.text(language.name)
    name = localizer.locale.cldr.languages.get(code) or (language.endonym if language else code)
    return name[:1].upper() + name[1:]


def everyday_name(code: str, localizer: _Speaker) -> str:
    """Return the name of a language, and behind it in brackets what people call it where that is another name."""
    name, everyday = language_name(code, localizer), EVERYDAY_NAMES.get(code)
    called = localizer.text(everyday.shown) if everyday and everyday.shown else ""
    return f"{name} ({called})" if _plain(called) not in _plain(name) else name


def names_of(code: str, localizers: Iterable[_Speaker]) -> tuple[str, ...]:
    """Return every name by which a language is found, those in the locales first, each once; its code is the last."""
    everyday = EVERYDAY_NAMES.get(code, Everyday())
    speakers = list(localizers)
    names = [language_name(code, speaker) for speaker in speakers]
    if everyday.shown:
        names += [speaker.text(everyday.shown) for speaker in speakers]
    return tuple(dict.fromkeys((*names, LANGUAGES[code].endonym, *everyday.also, code)))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character)).strip()


def find_languages(text: str, localizers: Iterable[_Speaker]) -> tuple[str, ...]:
    """Return the codes of the languages that a text names: by code, a name of its own, or else an everyday name.

    Case and accents do not matter. Several share an everyday name (Berber); empty when nothing is named so.
    """
    wanted, speakers = _plain(text), list(localizers)
    if wanted in LANGUAGES:
        return (wanted,)
    for code, language in LANGUAGES.items():
        if wanted in map(_plain, (language.endonym, *(language_name(code, speaker) for speaker in speakers))):
            return (code,)
    return tuple(code for code in LANGUAGES if wanted in map(_plain, names_of(code, speakers)))
