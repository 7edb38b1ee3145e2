"""Dates as files and pages write them: machine forms, and words in many languages. No interval, only days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from dateline.readers.patterns import words

# Month names and their short forms, January first; a form is told by its start, which is unique in its language.
_MONTHS: dict[str, str] = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "jan|jän feb mär|maerz|mrz apr mai jun jul aug sep okt nov dez",
    "fr": "janv|jan fév|fev mars avr mai juin juil août|aout sept oct nov déc|dec",
    "es": "ene feb mar abr may jun jul ago sep|set oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan feb maart|mrt apr mei jun jul aug sep okt nov dec",
    "sv": "jan feb mars apr maj jun jul aug sep okt nov dec",
    "da": "jan feb mar apr maj jun jul aug sep okt nov dec",
    "no": "jan feb mar apr mai jun jul aug sep okt nov des",
    "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź|paz lis gru",
    "cs": "led únor|unor břez|brez dub květ|kvet červn|červen července|červenec srp září|zari říj|rij listopad pros",
    "ru": "янв фев мар апр мая|май июн июл авг сен окт ноя дек",
    "uk": "січ лют берез квіт трав черв лип серп верес жовт листоп груд",
    "tr": "oca şub|sub mar nis may haz tem ağu|agu eyl eki kas ara",
    "id": "jan feb mar apr mei jun jul agu|ags sep okt nov des",
    "hu": "jan feb már apr máj jún júl aug szep|szept okt nov dec",
    "ro": "ian feb mar apr mai iun iul aug sep oct noi|nov dec",
    "el": "ιαν φεβ μαρ|μάρ απρ μαΐ|μαι|μάι ιουν ιούν|ιουλ|ιούλ αυγ|αύγ σεπ οκτ νοε|νοέ δεκ",
}
_PREFIXES: dict[str, dict[str, int]] = {
    language: {form: n for n, forms in enumerate(names.split(), 1) for form in forms.split("|")}
    for language, names in _MONTHS.items()
}
_PREFIXES["el"] = {
    "ιαν": 1, "φεβ": 2, "μαρ": 3, "μάρ": 3, "απρ": 4, "μαΐ": 5, "μαι": 5, "μάι": 5, "ιουν": 6, "ιούν": 6,
    "ιουλ": 7, "ιούλ": 7, "αυγ": 8, "αύγ": 8, "σεπ": 9, "οκτ": 10, "νοε": 11, "νοέ": 11, "δεκ": 12,
}  # fmt: skip
_ARABIC = {
    name: n
    for n, names in enumerate(
        (
            "يناير|كانون الثاني|جانفي", "فبراير|شباط|فيفري", "مارس|آذار|أذار|اذار", "أبريل|ابريل|إبريل|نيسان|أفريل",
            "مايو|أيار|ايار|ماي", "يونيو|يونيه|حزيران|جوان", "يوليو|يوليه|تموز|جويلية", "أغسطس|اغسطس|آب|أوت|غشت",
            "سبتمبر|أيلول|ايلول|شتنبر", "أكتوبر|اكتوبر|تشرين الأول",
            "نوفمبر|تشرين الثاني|نونبر", "ديسمبر|كانون الأول|دجنبر",
        ),
        1,
    )
    for name in names.split("|")
}  # fmt: skip
"""The months' names in the east and in the west of the Arab world; often both stand in a date."""
_ALL_PREFIXES: dict[str, int] = {}
for _language in ("en", *_PREFIXES):
    for _form, _n in _PREFIXES[_language].items():
        _ALL_PREFIXES.setdefault(_form, _n)

_ISO = re.compile(
    r"(?<![\d/.-])(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d|-\d)"
    r"(?:(?:T|\s+)(?P<clock>\d{1,2}:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
)
_YMD = re.compile(r"(?<![\d/.])(?P<y>(?:1[5-9]|20)\d\d)[./]\s?(?P<m>\d{1,2})[./]\s?(?P<d>\d{1,2})(?![\d/])")
_NUMERIC = re.compile(
    r"(?<![\d/.:-])(?P<a>\d{1,2})(?P<s>[./-])\s?(?P<b>\d{1,2})(?P=s)\s?(?P<y>(?:1[5-9]|20)\d\d)(?!\d|[./]\d)"
)
_SHORT_YEAR = re.compile(r"(?<![\d/.:-])(?P<a>\d{1,2})(?P<s>[./])(?P<b>\d{1,2})(?P=s)(?P<y>\d\d)(?![\d/.])")
_ARABIC_DAY = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})\s*(?:من\s+)?(?:شهر\s+)?(?P<name>{'|'.join(sorted(_ARABIC, key=len, reverse=True))})"
    rf"(?:\s*[/(–-]\s*(?:{'|'.join(sorted(_ARABIC, key=len, reverse=True))})\s*\)?)?"
    r"[\s،,]*(?:عام\s+|سنة\s+)?(?P<y>(?:19|20)\d\d)"
)
_FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_CJK = re.compile(r"(?P<y>(?:1[89]|20)\d\d)\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일号]")
_NAME = r"[^\W\d_]{3,12}"
_DMY = re.compile(
    rf"(?<![\d/.:-])(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|ère|º|ª|°|-е|-го)?\.?,?[\s\u00a0-]*(?:of\s+|de\s+|di\s+|d['’]\s?)?"
    rf"(?P<name>{_NAME})\.?,?[\s\u00a0-]*(?:de\s+|del\s+|of\s+)?(?P<y>(?:1[5-9]|20)\d\d)(?!\d)"
)
_MDY = re.compile(
    rf"(?<![^\W\d_])(?P<name>{_NAME})\.?[\s\u00a0]*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?(?:,[\s\u00a0]*|[\s\u00a0]+)(?P<y>(?:1[5-9]|20)\d\d)(?!\d)"
)
_YMD_NAMED = re.compile(rf"(?<!\d)(?P<y>(?:1[5-9]|20)\d\d)\.?,?\s+(?P<name>{_NAME})\.?\s+(?P<d>\d{{1,2}})(?!\d)")
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,3}day|s|rs|r)?[.,]?\s+$", re.IGNORECASE)
_UNIX_WORDS = re.compile(
    r"\b([A-Z][a-z]{2}) +(\d{1,2}) +\d\d:\d\d(?::\d\d)? +(?:(?:[A-Z]{2,5}|[+-]\d{4}) +)?((?:19|20)\d\d)\b"
)
_PLACEHOLDERS = frozenset({date(1970, 1, 1), date(1969, 12, 31), date(1900, 1, 1), date(1980, 1, 1)})
_WRITTEN = date(2026, 11, 23)  # of this module: a clock that is behind it is wrong


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in words: its span, the other reading of d/m/y if there is one, and what time zone it was told in.

    ``zone`` is "" for none told, "utc" for Z, +00:00 and UNIX seconds, "local" for another offset.
    """

    value: date
    start: int
    end: int
    other: date | None = None
    zone: str = ""


def plausible(day: date) -> bool:
    """Whether an article may bear this date at all: no placeholder, printed news, not after tomorrow's papers."""
    latest = max(datetime.now(UTC).date(), _WRITTEN) + timedelta(days=2)
    return day not in _PLACEHOLDERS and day.year >= 1700 and day <= latest


def machine(text: str, *, day_first: bool | None = None, language: str = "en") -> Day | None:
    """The day in the value of a field meant for programs: ISO 8601, RFC 2822, UNIX time, or words after all."""
    text = text.strip()[:120]
    if match := re.fullmatch(r"(1\d{9})(\d{3})?(?:\.\d+)?", text):
        return _day(datetime.fromtimestamp(int(match[1]), UTC).date(), text, zone="utc")
    if match := re.match(r"((?:1[5-9]|20)\d\d)(\d\d)(\d\d)(?=T|\d{6}\b|\b)", text):
        return _day(_date(match[1], match[2], match[3]), text)
    if match := _UNIX_WORDS.search(text):
        month = month_number(match[1])
        return _day(_date(match[3], month, match[2]), text) if month else None
    if re.match(r"[A-Za-z]{3}, +\d{1,2} +[A-Za-z]{3} +\d{4} +\d", text):
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            moment = None
        if moment is not None:
            offset = moment.utcoffset()
            return _day(moment.date(), text, zone="local" if offset else "utc")
    first = next(iter(scan(text, day_first=day_first, language=language)), None)
    if first is None and language not in _PREFIXES and re.search(r"\d{4}", text) and len(text) < 60:
        return _foreign(text, language)
    return first


def scan(text: str, *, day_first: bool | None = None, language: str = "en") -> Iterator[Day]:
    """The whole dates (day, month and year) in a text, in order of their place, not overlapping.

    ``day_first`` reads 3/4/2025; None says that nothing is known (the other reading is then given along).
    """
    if not re.search(r"\d{2}", text):
        return
    text = text.translate(_FIGURES)
    found = sorted(_matches(text, day_first, language), key=lambda day: (day.start, -day.end))
    end = 0
    for day in found:
        if day.start >= end:
            end = day.end
            yield day


def _matches(text: str, day_first: bool | None, language: str) -> Iterator[Day]:
    for pattern in (_ISO, _YMD, _CJK):
        for m in pattern.finditer(text):
            zone = (m.groupdict().get("zone") or "").upper()
            told = "" if not zone else "utc" if zone in ("Z", "UTC", "GMT") or zone.strip("+-:0") == "" else "local"
            if day := _date(m["y"], m["m"], m["d"]):
                yield Day(day, m.start(), m.end(), zone=told)
    for m in _ARABIC_DAY.finditer(text):
        if day := _date(m["y"], _ARABIC[m["name"]], m["d"]):
            yield Day(day, m.start(), m.end())
    for pattern in (_DMY, _MDY, _YMD_NAMED):
        for m in pattern.finditer(text):
            month = month_number(m["name"], language)
            if month and (day := _date(m["y"], month, m["d"])):
                yield Day(day, m.start(), m.end())
    for pattern in (_NUMERIC, _SHORT_YEAR):
        for m in pattern.finditer(text):
            yield from _two_readings(m, day_first)


def _two_readings(m: re.Match[str], day_first: bool | None) -> Iterator[Day]:
    year = int(m["y"]) + (0 if len(m["y"]) == 4 else 2000 if int(m["y"]) < 70 else 1900)
    days, months = _date(year, m["b"], m["a"]), _date(year, m["a"], m["b"])
    if m["s"] == "." or day_first:
        months = months if days is None else None
    elif day_first is False:
        days = days if months is None else None
    weekday = _WEEKDAY.search(m.string[max(m.start() - 14, 0) : m.start()])
    if weekday is not None and days is not None and months is not None:
        fits = [day for day in (days, months) if _WEEKDAYS[day.weekday()] == weekday[1].lower()]
        days, months = (fits[0], None) if fits else (days, months)
    first, other = (months, days) if days is None or (months is not None and day_first is None) else (days, months)
    if first is not None:
        yield Day(first, m.start(), m.end(), other if other != first else None)


def month_number(name: str, language: str = "en") -> int | None:
    """1 to 12 for a month's name or short form in the language, or in any that Dateline knows; None for other words."""
    name = name.casefold().rstrip(".")
    for table in (_PREFIXES.get(language), _ALL_PREFIXES):
        for size in range(min(len(name), 8), 2, -1) if table else ():
            if (number := table.get(name[:size])) is not None:  # type: ignore[union-attr] # the range is empty without
                return number if _is_month(name, size) else None
    return None


# Words that begin like a month and stand before or after figures.
_NO_MONTHS = words("""
    mark market marks martin marine decision decree mayor maybe juno jungle junior julia sepia generation general novel
    augsburg second minutes page total marketing section volume
""")


def _is_month(name: str, size: int) -> bool:
    return name not in _NO_MONTHS and len(name) <= 12 and (len(name) - size) <= 8


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _day(value: date | None, text: str, zone: str = "") -> Day | None:
    return None if value is None else Day(value, 0, len(text), zone=zone)


def is_foreign(language: str) -> bool:
    """Whether a language's dates are read by dateparser alone."""
    return bool(language) and language not in _PREFIXES and language not in ("ar", "fa", "ja", "ko", "zh")


def _foreign(text: str, language: str) -> Day | None:
    """A date with its year (else dateparser adds today's) in the words of a language without a table above."""
    import dateparser  # half a second to load, and needed for few pages

    try:
        found = dateparser.parse(text, languages=[language], settings={"STRICT_PARSING": True, "TIMEZONE": "UTC"})
    except ValueError:  # a language that dateparser does not know
        return None
    if found is None:
        return None
    era = 543 if language == "th" and found.year > 2400 else 0  # the Buddhist era
    return _day(_date(found.year - era, found.month, found.day), text)
