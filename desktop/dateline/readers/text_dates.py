"""Dates in plain text that tell of its publication: bylines, datelines and header lines. A date told in a sentence
is not one."""

import itertools
import re
from collections.abc import Iterator
from typing import Literal

from dateline import times
from dateline.core.model import Confidence
from dateline.readers import dates
from dateline.readers.evidence import Clue
from dateline.readers.page_words import SAID_PUBLISHED_CLOSE, SAID_UPDATED_CLOSE
from dateline.readers.patterns import any_of

_TOP, _BOTTOM, _LONGEST, _DATELINE, _FOREIGN = 12, 3, 160, 140, 60
_HEADER = any_of(
    "date  published  publication date  pubdate  posted  issued  datum  veröffentlicht  fecha  дата  data"
    "  date de publication  fecha de publicación  data de publicação  data di pubblicazione  data publikacji"
    "  дата публикации  дата публікації  تاريخ النشر",
    before=r"\s*",
    after=r"\s*(?::|\bon\b:?)\s*",
)
_PUBLISHED = any_of(
    """
    published  posted  first published  issued  released  filed  veröffentlicht  erschienen  publié  publicado
    pubblicato  gepubliceerd  opublikowano
    dodano  опубликовано  опубліковано  publicerad  نشر(?:ت)?  تم النشر  发布  發布  公開  掲載  게시  опубликовал
    """,
    after=r"\b[^.!?\d]{0,40}$",
)
_UPDATED = any_of(
    "updated  modified  revised  aktualisiert  mis à jour  actualizado  aggiornato  обновлено",
    after=r"\b[^.!?\d]{0,40}$",
)
_OTHER = re.compile(r"©|\(c\)|copyright|all rights|comment|retrieved|accessed", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\b|\b(?:[A-Z]{2,4}T|UTC|GMT)\b|\bat\b", re.IGNORECASE)
_DASH = re.compile(
    r"(?:\s*(?:г|р|r)\.|\s*(?:года|року))?\s*(?:\([^()\n]{2,40}\)\s*[-.:]|/[^/\n]{2,40}/\s*[-.:]?|--|[–—])[–—-]?\s*[^\W\d_]"
)
_YEARS_WORD = re.compile(r"\s*(?:(?:г|р|r)\.|года|року)?\s*[.,]?\s*")
_PLACE = re.compile(
    r"\s*(?P<place>[^\W\d_][^\d\n,،、:;!?|]{1,38}?)\s*(?P<mark>[,،、]|\s[-–—]|/)\s*(?:le|den|dne|el|dia)?\s*"
)
_WEEKDAY = any_of(
    r"""
    (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?  montag  dienstag  mittwoch  donnerstag  freitag
    samstag  sonnabend  sonntag  lundi  mardi  mercredi  jeudi  vendredi  samedi  dimanche  lunes  martes  mi[ée]rcoles
    jueves  viernes  s[áa]bado  domingo  luned[iì]  marted[iì]  mercoled[iì]  gioved[iì]  venerd[iì]  sabato  domenica
    (?:segunda|terça|quarta|quinta|sexta)(?:-feira)?  maandag  dinsdag  woensdag  donderdag  vrijdag  zaterdag  zondag
    poniedziałek  wtorek  środa  czwartek  piątek  sobota  niedziela  понедельник  вторник  среда  четверг  пятница
    суббота  воскресенье  понеділок  вівторок  середа  четвер  п['’]ятниця  субота  неділя  måndag  tisdag  onsdag
    torsdag  fredag  lördag  söndag  mandag  tirsdag  lørdag  søndag  pazartesi  salı  çarşamba  perşembe  cuma
    cumartesi  pazar  (?:يوم )?(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|الأحد|الاحد)
    """,
    before=r"(?<![^\W_])",
    after=r"(?![^\W_])\.?[,،]?",
)


def find(text: str, *, language: str = "en", day_first: bool | None = None) -> list[Clue]:
    """The dates in the first and the last lines that stand as a byline, a dateline or a line of their own."""
    lines = [line for line in text[:6000].split("\n") if line.strip()]
    clues: list[Clue] = []
    for line in lines[:_TOP]:
        clues += _in_line(line, language, day_first, top=True)
    for line in [line for line in text[-1500:].split("\n") if line.strip()][-_BOTTOM:] if len(lines) > _TOP else []:
        clues += _in_line(line, language, day_first, top=False)
    return clues


def _in_line(line: str, language: str, day_first: bool | None, *, top: bool) -> Iterator[Clue]:
    if len(line) > _LONGEST or _OTHER.search(line):
        return
    for day in dates.scan(line, day_first=day_first, language=language):
        before, after = line[: day.start], line[day.end :]
        kind: Literal["published", "updated"] = "published"
        if _UPDATED.search(before) or SAID_UPDATED_CLOSE.search(before):
            kind, sure = "updated", Confidence.LIKELY
        elif (
            _HEADER.fullmatch(_bare(before))
            or _PUBLISHED.search(before)
            or SAID_PUBLISHED_CLOSE.search(before)
            or (top and not _words(_bare(before + " " + after)))
            or (
                top and re.match(r"\s*(?:by|von|par|por)\s+\S", before, re.IGNORECASE) and len(_words(_bare(after))) < 4
            )
        ):
            sure = Confidence.LIKELY
        elif top and len(_words(_bare(before + " " + after))) <= 6 and re.search(r"[|•·/—–]\s*(?:\w+,?\s*)?$", before):
            sure = Confidence.GUESS
        else:
            continue
        yield Clue(day, "byline", "a line of its own in the text", line.strip(), sure, kind)


def datelines(text: str, language: str, others: list[Clue]) -> Iterator[Clue]:
    """KYIV, March 30, 2025 (Agency) — …; without a year only where another clue gives the same day with one."""
    heads = [line[:_DATELINE] for line in text[:3000].split("\n") if line.strip()][:6]
    dated = [(head, day) for head in heads for day in itertools.islice(dates.scan(head, language=language), 1)]
    opening = [
        (head, day)
        for head, day in dated
        if (day.start == 0 or is_place(head[: day.start])) and _DASH.match(head[day.end :])
    ]
    if dates.is_foreign(language):
        dated = [(head, day) for head in heads[:4] if (day := _in_its_own_words(head, language))]
        opening = dated
    alone = [
        (head, day)
        for head, day in dated
        if head in heads[:4] and is_place(head[: day.start]) and _YEARS_WORD.fullmatch(_bare(head[day.end :]))
    ]
    opening = opening or alone
    if len(opening) == 1 and opening[0][0] in heads[:4]:  # where several paragraphs open so, it is a chronology
        head, opened = opening[0]
        yield Clue(opened, "dateline", "the dateline of the text", head[: opened.end], Confidence.LIKELY)
    if language not in times.languages():
        return
    # Only the beginnings of paragraphs that may be datelines: looking for times takes time.
    text = "\n".join(head for head in heads if re.search(r"\d.*?(?:--|[–—:]|\s-\s)", head))
    if not text:
        return
    for start, end, value, kind in times.find_published(text, language):
        if kind != "dateline" or _is_told(text[text.rfind("\n", 0, start) + 1 : start]):
            continue
        for year in {clue.day.value.year for clue in others} if value.startswith("--") else {None}:
            day = dates.machine(value if year is None else f"{year}{value[1:]}")
            near = year is None or any(abs((day.value - c.day.value).days) <= 1 for c in others if day)
            if day is not None and near and value.count("-") != 1:
                yield Clue(day, "dateline", "the dateline of the text", text[start:end], Confidence.LIKELY)


def _in_its_own_words(line: str, language: str) -> dates.Day | None:
    """The day in a short line of a language that only dateparser reads, behind a place or a label where one stands."""
    if len(line) >= _FOREIGN or not re.search(r"\d", line):
        return None
    return dates.machine(re.split(r"[:،,]\s*(?=\d)", line)[-1], language=language)


def is_place(text: str) -> bool:
    """Whether what stands before a date is a place as a dateline has it: "Gdańsk, ", "NEW DELHI, ", "القاهرة - "."""
    match = _PLACE.fullmatch(text)
    if match is None or _WEEKDAY.fullmatch(match["place"]):
        return False
    words = match["place"].split()
    if match["place"].casefold() == match["place"].upper():  # a script without capitals
        return len(words) <= 3
    return len(words) <= 4 and match["mark"] in ",،、" and not _is_told(match["place"])


def _is_told(before: str) -> bool:
    """Whether what stands before a date is the beginning of a sentence rather than a place."""
    words = _words(before)
    return any(word[0].islower() for word in words if len(word) > 3) or words[:1] in (["In"], ["On"], ["By"], ["At"])


def _bare(text: str) -> str:
    return _WEEKDAY.sub(" ", _CLOCK.sub(" ", text))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text)
