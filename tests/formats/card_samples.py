"""Sentences in the languages of the interface, to be set on a card. Ours, for tests only; nobody is to say them."""

from datetime import date

from finder.domain.codes import issue_code
from finder.domain.shortlist import encode
from finder.formats.card_pdf import Card, CardPlace
from finder.formats.pdf_text import Line
from finder.formats.qr import qr_matrix

CODES = [issue_code(str(number), ()) for number in range(8)]
ADDRESS = f"https://samenplek.example/nl+ar/shortlist#{encode('nl+ar', CODES)}"
RIGHT_TO_LEFT = {"ar", "fa"}

DUTCH = (
    "Open dinsdag 24 november om 10:00",
    "ongeveer 12 minuten lopen",
    "Ik ben hier nieuw. Mag ik binnenkomen voor koffie?",
    "Spreekt hier iemand mijn taal?",
    "Dank je wel. Tot ziens!",
)
SENTENCES = {
    "ar": (
        "مفتوح يوم الثلاثاء 24 نوفمبر، الساعة 10:00",
        "حوالي 12 دقيقة سيرًا على الأقدام",
        "أنا جديد هنا. هل يمكنني الدخول لشرب القهوة؟",
        "هل يتحدث أحد هنا العربية؟",
        "شكرًا. إلى اللقاء!",
    ),
    "bg": (
        "Отворено във вторник, 24 ноември, от 10:00",
        "около 12 минути пеша",
        "Нов съм тук. Може ли да вляза за кафе?",
        "Някой тук говори ли български?",
        "Благодаря. Довиждане!",
    ),
    "en": (
        "Open Tuesday, 10:00",
        "about 12 minutes’ walk",
        "I am new here. May I come in?",
        "Who speaks English?",
        "Bye!",
    ),
    "es": (
        "Abierto el martes, 10:00",
        "unos 12 minutos a pie",
        "¿Puedo entrar a tomar un café?",
        "¿Español?",
        "¡Adiós!",
    ),
    "fa": (
        "سه‌شنبه 24 نوامبر، ساعت 10:00 باز است",
        "حدود 12 دقیقه پیاده",
        "من اینجا تازه‌واردم. می‌توانم برای قهوه بیایم تو؟",
        "آیا اینجا کسی فارسی صحبت می‌کند؟",
        "متشکرم، خداحافظ!",
    ),
    "fr": (
        "Ouvert mardi à 10:00",
        "environ 12 minutes à pied",
        "Puis-je entrer prendre un café ?",
        "Ça va où ?",
        "Merci !",
    ),
    "hu": (
        "Nyitva: november 24., kedd, 10:00",
        "körülbelül 12 perc gyalog",
        "Új vagyok itt. Bejöhetek egy kávéra?",
        "Beszél itt valaki magyarul? Őszintén örülök, hűvös.",
        "Köszönöm. Viszontlátásra!",
    ),
    "pl": (
        "Otwarte we wtorek 24 listopada od 10:00",
        "około 12 minut pieszo",
        "Jestem tu pierwszy raz. Czy mogę wejść na kawę?",
        "Czy ktoś tu mówi po polsku? Zażółć gęślą jaźń.",
        "Dziękuję, do widzenia!",
    ),
    "pt": (
        "Aberto terça-feira às 10:00",
        "cerca de 12 minutos a pé",
        "Posso entrar? Não há café?",
        "Português?",
        "Obrigação!",
    ),
    "ro": (
        "Deschis marți, 24 noiembrie, la 10:00",
        "aproximativ 12 minute pe jos",
        "Sunt nou aici. Pot să intru pentru o cafea?",
        "Vorbește cineva aici românește? Și în țară, până.",
        "Mulțumesc. La revedere!",
    ),
    "ru": (
        "Открыто во вторник с 10:00",
        "около 12 минут пешком",
        "Можно войти?",
        "Кто здесь говорит по-русски?",
        "Съешь ещё!",
    ),
    "so": (
        "Furan Talaado, 24 Nofembar, 10:00",
        "qiyaastii 12 daqiiqo oo lug ah",
        "Halkan waan ku cusbahay. Ma soo geli karaa?",
        "Halkan qof ku hadla Soomaali ma joogaa? Waa runtii’.",
        "Mahadsanid. Nabad gelyo!",
    ),
    "ti": (
        "ሰሉስ 24 ሕዳር ሰዓት 10:00 ክፉት እዩ",
        "ኣስታት 12 ደቓይቕ ብእግሪ",
        "ኣነ ኣብዚ ሓድሽ እየ። ንቡን ክኣቱ ይኽእል ድየ?",
        "ኣብዚ ትግርኛ ዝዛረብ ሰብ ኣሎ ድዩ፧",
        "የቐንየለይ፡ ደሓን ኩኑ!",
    ),
    "tr": (
        "24 Kasım Salı 10:00’da açık",
        "yaklaşık 12 dakika yürüyüş",
        "Burada yeniyim. Kahve için içeri girebilir miyim?",
        "Burada Türkçe konuşan biri var mı? İğne, ışık, şöyle.",
        "Teşekkürler. Görüşürüz!",
    ),
    "uk": (
        "Відчинено у вівторок, 24 листопада, о 10:00",
        "приблизно 12 хвилин пішки",
        "Я тут уперше. Чи можна зайти на каву?",
        "Хтось тут розмовляє українською? Ґанок, їжак, є, м’ята.",
        "Дякую. До побачення!",
    ),
}
NAMES = (
    ("De Kandelaar, voor iedereen in Zuidoost", "Bijlmerdreef 1289, 1103 TV Amsterdam"),
    ("Buurthuis Élan", "Bonte Kraaistraat 3, 1022 AB Amsterdam"),
    ("’t Huis van de Wijk", "Gedempte Oude Gracht 1, 2011 GR Haarlem"),
)


def line(text: str, lang: str) -> Line:
    return Line(text, lang, "rtl" if lang in RIGHT_TO_LEFT else "ltr")


def card(lang: str, places: int = 3, **parts: object) -> Card:
    """A card in Dutch and another language with this many places."""
    pairs = [(Line(dutch), line(said, lang)) for dutch, said in zip(DUTCH, SENTENCES[lang], strict=True)]
    on_card = tuple(
        CardPlace(Line(NAMES[number % 3][0]), Line(NAMES[number % 3][1]), CODES[number], (pairs[0], pairs[1]))
        for number in range(places)
    )
    usual = {
        "title": "Samenplek",
        "made_on": date(2026, 11, 23),
        "places": on_card,
        "words": (pairs[2], pairs[3], pairs[4]) * 4,
        "qr": qr_matrix(ADDRESS),
        "beside_qr": ((Line("Deze lijst op je telefoon"), line("samenplek.example", lang)),),
        "foot": ((Line("Informatie van 23 november 2026"), Line("© OpenStreetMap")),),
    }
    return Card(**{**usual, **parts})
