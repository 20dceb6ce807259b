"""Languages as BCP 47 tags (RFC 5646): checked, in their usual form, and the names people know them by."""

import re
from functools import cache

from app.core.errors import ClinicError
from app.core.text import language, tr
from app.patients.rules.folding import fold

#: the longest tag that has room
LONGEST = 12
_TAG = re.compile(r"(?i)([a-z]{2,3})((?:-[a-z]{3}){0,2})(-[a-z]{4})?(-(?:[a-z]{2}|\d{3}))?")
#: how a language is called beside the window's own name: what it calls itself, what English calls it
CALLED = {
    "en": "English", "es": "español, castellano, Spanish", "zh": "中文, Chinese, Mandarin", "yue": "廣東話, 粵語, Cantonese",
    "tl": "Tagalog, Filipino", "vi": "Tiếng Việt, Vietnamese", "ar": "العربية, Arabic", "fr": "français, French",
    "ko": "한국어, Korean", "ru": "русский, Russian", "pt": "português, Portuguese", "hmn": "Hmoob, Hmong",
    "pa": "ਪੰਜਾਬੀ, Punjabi", "hy": "հայերեն, Armenian", "fa": "فارسی, Persian, Farsi", "ht": "kreyòl ayisyen, Creole",
    "pl": "polski, Polish", "ja": "日本語, Japanese", "de": "Deutsch, German", "hi": "हिन्दी, Hindi",
    "it": "italiano, Italian", "ur": "اردو, Urdu", "gu": "ગુજરાતી, Gujarati", "bn": "বাংলা, Bengali",
    "te": "తెలుగు, Telugu", "ta": "தமிழ், Tamil", "he": "עברית, Hebrew", "uk": "українська, Ukrainian",
    "ro": "română, Romanian", "el": "ελληνικά, Greek", "so": "Soomaali, Somali", "am": "አማርኛ, Amharic",
    "sw": "Kiswahili, Swahili", "km": "ខ្មែរ, Khmer, Cambodian", "lo": "ລາວ, Lao", "th": "ไทย, Thai",
    "my": "မြန်မာ, Burmese", "ne": "नेपाली, Nepali", "tr": "Türkçe, Turkish", "sm": "Gagana Samoa, Samoan",
    "nv": "Diné, Navajo", "yi": "ייִדיש, Yiddish", "mix": "Mixtec, Mixteco, Tu'un", "ase": "ASL",
}  # fmt: skip
#: the three letters of ISO 639-2 where two are usual: a tag is written as short as it can be (RFC 5646, 2.2.1)
_SHORT = {
    "eng": "en", "spa": "es", "zho": "zh", "chi": "zh", "cmn": "zh", "fil": "tl", "tgl": "tl", "vie": "vi", "ara": "ar",
    "fra": "fr", "fre": "fr", "kor": "ko", "rus": "ru", "por": "pt", "pan": "pa", "hye": "hy", "arm": "hy", "fas": "fa",
    "per": "fa", "hat": "ht", "pol": "pl", "jpn": "ja", "deu": "de", "ger": "de", "hin": "hi", "ita": "it", "urd": "ur",
    "guj": "gu", "ben": "bn", "tel": "te", "tam": "ta", "heb": "he", "iw": "he", "ukr": "uk", "ron": "ro", "rum": "ro",
    "ell": "el", "gre": "el", "som": "so", "amh": "am", "swa": "sw", "khm": "km", "lao": "lo", "tha": "th", "mya": "my",
    "bur": "my", "nep": "ne", "tur": "tr", "smo": "sm", "nav": "nv", "yid": "yi",
}  # fmt: skip


def languages() -> dict[str, str]:
    """Tag -> name, about in the order of speakers at home in the United States (American Community Survey)."""
    return {
        "en": tr("English"),
        "es": tr("Spanish"),
        "zh": tr("Chinese"),
        "yue": tr("Cantonese"),
        "tl": tr("Tagalog"),
        "vi": tr("Vietnamese"),
        "ar": tr("Arabic"),
        "fr": tr("French"),
        "ko": tr("Korean"),
        "ru": tr("Russian"),
        "pt": tr("Portuguese"),
        "ht": tr("Haitian Creole"),
        "hi": tr("Hindi"),
        "de": tr("German"),
        "pl": tr("Polish"),
        "it": tr("Italian"),
        "ur": tr("Urdu"),
        "fa": tr("Persian"),
        "te": tr("Telugu"),
        "ja": tr("Japanese"),
        "gu": tr("Gujarati"),
        "bn": tr("Bengali"),
        "ta": tr("Tamil"),
        "pa": tr("Punjabi"),
        "hy": tr("Armenian"),
        "hmn": tr("Hmong"),
        "he": tr("Hebrew"),
        "uk": tr("Ukrainian"),
        "ro": tr("Romanian"),
        "el": tr("Greek"),
        "so": tr("Somali"),
        "am": tr("Amharic"),
        "sw": tr("Swahili"),
        "km": tr("Khmer"),
        "lo": tr("Lao"),
        "th": tr("Thai"),
        "my": tr("Burmese"),
        "ne": tr("Nepali"),
        "tr": tr("Turkish"),
        "sm": tr("Samoan"),
        "nv": tr("Navajo"),
        "yi": tr("Yiddish"),
        "mix": tr("Mixtec"),
        "ase": tr("American Sign Language"),
    }


def language_words(tag: str) -> str:
    """The name of a language, with the rest of its tag: Spanish (419). A tag without a name stays as it is."""
    first, _, rest = tag.partition("-")
    name = languages().get(first, "")
    if not name:
        return tag
    return f"{name} ({rest})" if rest else name


def language_tag(text: str) -> str:
    """The tag of a language given by tag, code or name (English, its own, or the window's language); "" when unknown."""
    usual = _usual(text.strip())
    if usual.partition("-")[0] in CALLED:
        return usual
    return _named(language()).get(fold(text), usual)


def clean_language(text: str, field: str) -> str:
    """A tag in its usual form: es, es-MX, zh-Hant. Raises ClinicError at `field` for what is neither tag nor name."""
    trimmed = text.strip()
    tag = language_tag(trimmed)
    if trimmed and not tag:
        raise ClinicError(
            "No language is called {name}.", field=field, next_step="Choose it from the list.", name=trimmed
        )
    return tag


@cache
def _named(_window: str) -> dict[str, str]:
    """Tag by folded name, for a window in one language."""
    called = {fold(word): tag for tag, words in CALLED.items() for word in words.split(",")}
    return called | {fold(name): tag for tag, name in languages().items()}


def _usual(text: str) -> str:
    """The tag as RFC 5646 writes it, or nothing."""
    found = _TAG.fullmatch(text.replace("_", "-"))
    if found is None or len(text) > LONGEST or not text.isascii():
        return ""
    first, further, script, region = (part or "" for part in found.groups())
    if first.lower() == "sgn" and further.lower() == "-ase":
        return "ase"
    first = _SHORT.get(first.lower(), first.lower())
    return first + further.lower() + script.title() + region.upper()
