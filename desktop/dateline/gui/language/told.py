"""Sentences of the other layers, which know no window and no language but English, in the reader's language.

A translation may have gaps, "“{name}” is not a Dateline library.": it is found by its words, and what stood in the
gaps is put into the translation, itself translated where it has one. Of clauses parted by ";" each is found by itself.
"""

import re
from functools import cache

from dateline.core.message import Message, Unit, filled

from . import i18n
from .dates import unit_words
from .i18n import tr

GROUP = "Other layers"
"""The group of the translations that are found so."""
PARTS = "Sentences in parts"
"""The group of those that are found by the template of a `Message` only."""


def told(sentence: str) -> str:
    """The sentence in the reader's language, or as it is where nothing fits."""
    if isinstance(sentence, Message):
        n = sentence.parts.get("n")
        return filled(tr(sentence.template, n if isinstance(n, int) else None), sentence.parts, _part)
    exact = tr(sentence)
    if exact != sentence or not sentence:
        return exact
    for shape, english in _patterns(i18n.language()):
        if match := shape.fullmatch(sentence):
            gaps = match.groupdict()
            n = int(gaps["n"]) if gaps.get("n", "").isdecimal() else None
            return tr(english, n).format(**{name: told(part) for name, part in gaps.items()})
    first, semicolon, rest = sentence.partition("; ")
    return f"{told(first)}; {told(rest)}" if semicolon else sentence


def told_error(error: Exception) -> str:
    """What an error says, in the reader's language."""
    sentence = error.args[0] if error.args else ""
    return told(sentence if isinstance(sentence, str) else str(error))


def _part(part: str | int | Unit) -> str:
    """What fills a gap of a sentence: numbers and dates as the reader writes them, quoted words as they stand."""
    if isinstance(part, Message):
        return told(part)
    if isinstance(part, Unit):
        return unit_words(part)
    return i18n.number(part) if isinstance(part, int) else part


def templates(language: str, group: str = GROUP) -> dict[str, str]:
    """The other layers' sentences in a language; English has none."""
    return i18n.read(language, group).words


def pattern(english: str) -> re.Pattern[str]:
    """What a sentence with gaps looks like once they are filled."""
    parts = re.split(r"\{(\w+)\}", english)
    return re.compile(
        "".join(f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts)), re.DOTALL
    )


@cache
def _patterns(language: str) -> list[tuple[re.Pattern[str], str]]:
    """Those with gaps, the longest first, each with its English."""
    gapped = sorted((english for english in templates(language) if "{" in english), key=len, reverse=True)
    return [(pattern(english), english) for english in gapped]
