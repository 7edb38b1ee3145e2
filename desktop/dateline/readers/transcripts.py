"""Transcripts with cues: SRT, WebVTT and Whisper's JSON. The cue times count from the recording's start: they are no
clock times, and when it was broadcast is not told."""

import re
from collections.abc import Iterator

from dateline.errors import Refused
from dateline.readers.base import Found, Read, Source
from dateline.readers.encoding import decode
from dateline.readers.signs import SPOKEN
from dateline.readers.text import headline

_CUE = re.compile(r"\s*(?:(\d+):)?(\d\d):(\d\d)[.,](\d{1,3})\s*-->\s*(?:(\d+):)?(\d\d):(\d\d)[.,](\d{1,3}).*")
_BLOCKS = ("NOTE", "STYLE", "REGION")
_VOICE = re.compile(r"<v(?:\.[\w.]*)?\s+([^>]{1,80})>")
_TAG = re.compile(r"<[^>]{0,200}>|\{\\[^}]{0,80}\}")
_PAUSE = 3.0  # seconds of silence that part paragraphs
_LONG = 700  # characters of a paragraph that ends with the next sentence

Cue = tuple[float, float, str]
"""Begin, end (seconds) and words."""


def read(source: Source) -> Read:
    """The words of a transcript, in paragraphs, without numbers, times and codes."""
    text = decode(source.data).replace("\r\n", "\n")
    if "-->" not in text and not SPOKEN.match(text.lstrip()):
        raise Refused("no times of cues stand in it, as in a transcript; if it is text, name it .txt")
    yield transcript(joined(_spoken(text) if SPOKEN.match(text.lstrip()) else _cues(text)))


def transcript(text: str, language: str = "") -> Found:
    """The article of a transcript's words; it has no date."""
    if not re.search(r"[^\W\d_]{2}", text):
        raise Refused("it is a transcript without words")
    return Found(text=text, format="transcript", title=headline(text), language=language)


def _spoken(text: str) -> Iterator[Cue]:
    for line in text.split("\n"):
        if match := SPOKEN.match(line.strip()):
            begin, end = (_clock(match[n]) for n in (1, 2))
            yield begin, end, match[3]


def _clock(text: str) -> float:
    parts = [float(part.replace(",", ".")) for part in text.split(":")]
    return sum(part * unit for part, unit in zip(reversed(parts), (1.0, 60.0, 3600.0), strict=False))


def _cues(text: str) -> Iterator[Cue]:
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        at = next((n for n, line in enumerate(lines[:3]) if _CUE.fullmatch(line)), None)
        if at is None or lines[0].startswith(_BLOCKS):
            continue
        match = _CUE.fullmatch(lines[at])
        if match is not None:
            times = [int(part or 0) for part in match.groups()]
            begin, end = (times[i] * 3600 + times[i + 1] * 60 + times[i + 2] for i in (0, 4))
            yield begin, end, "\n".join(lines[at + 1 :])


def joined(cues: Iterator[Cue]) -> str:
    """Cues as paragraphs: a new one after a pause, with a new voice, or at a sentence's end once it is long.

    Captions that roll repeat the line before; it is taken once.
    """
    paragraphs: list[str] = []
    last_line, last_end, last_voice = "", 0.0, ""
    for begin, end, words in cues:
        voice = match[1].strip() if (match := _VOICE.search(words)) else ""
        lines = [" ".join(_TAG.sub("", line).replace("&nbsp;", " ").replace("&amp;", "&").split())
                 for line in words.split("\n")]  # fmt: skip
        fresh = [line for line in lines if line and line != last_line]
        if not fresh:
            continue
        last_line = fresh[-1]
        spoken = " ".join(fresh)
        ended = paragraphs and paragraphs[-1].endswith((".", "!", "?", "…", "”", '"'))
        changed = bool(voice) and voice != last_voice
        if not paragraphs or changed or (ended and (begin - last_end >= _PAUSE or len(paragraphs[-1]) > _LONG)):
            paragraphs.append(f"{voice}: {spoken}" if changed and last_voice else spoken)
        else:
            paragraphs[-1] += f" {spoken}"
        last_end, last_voice = end, voice or last_voice
    return "\n".join(paragraphs)


def of_segments(data: dict[str, object]) -> Found | None:
    """The transcript in Whisper's JSON (segments with start, end and text); None where it is another JSON."""
    segments = data.get("segments") or data.get("transcription") or data.get("chunks")
    if not isinstance(segments, list) or not segments or not all(isinstance(s, dict) for s in segments[:50]):
        return None
    if not all("text" in s and ({"start", "timestamp", "timestamps", "offsets"} & s.keys()) for s in segments[:50]):
        return None
    cues = ((_seconds(s.get("start")), _seconds(s.get("end")), str(s.get("text") or "")) for s in segments)
    return transcript(joined(cues), str(data.get("language") or "")[:2])


def _seconds(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
