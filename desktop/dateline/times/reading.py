"""From a hit to a mention: the captured words become numbers, units and names."""

from typing import cast

from dateline.times.grammar import Grammar
from dateline.times.mention import Fields, Mention
from dateline.times.scan import Hit, Tokens


def read(hit: Hit, tokens: Tokens, grammar: Grammar) -> Mention:
    """The mention of a hit, with the value of every word that its rule captured."""
    told = dict(hit.rule.fixed)
    for group, kind in hit.rule.groups.items():
        first, last = hit.match.span(group)
        if first >= 0:
            told[group.partition("__")[0]] = _value(kind, tokens.words[first:last], grammar)
    half_of = told.pop("half_of", None)
    if "hour" in told:
        told |= _spoken_clock(told.pop("hour"), told.pop("minutes", 0), told.pop("half", ""), "part" in told)
    fields = cast(Fields, told)  # which the loader has checked
    if half_of is not None:  # "two years and a half"
        fields["count"] = (fields.get("count") or 0) + 0.5
    last = hit.last
    if tokens.words[last - 1] == "." and len(tokens.words[last - 2]) > 1:
        last -= 1  # the full stop of "Jan.", or of the sentence
    word = tokens.words[hit.first]
    if word in grammar.lists["nouns"] and _within_sentence(hit.first, tokens):  # am Morgen
        return Mention(hit.first, last, "daypart", hit.rule.name, {"part": grammar.values["part"][word.lower()]})
    return Mention(hit.first, last, hit.rule.make, hit.rule.name, fields, hit.rule.guard, hit.rule.roles)


def _within_sentence(place: int, tokens: Tokens) -> bool:
    return place > 1 and tokens.words[place - 1].isspace() and tokens.words[place - 2].isalnum()


def _spoken_clock(hour: int, minutes: int, half: str, certain: bool) -> Fields:
    """The time of "half past three", "quarter to nine pm", "half past midnight" (hour 24).

    ``half`` is am or pm, "" where it is not said; ``twelve`` says that it may be of the morning or the afternoon.
    """
    if half:
        hour, certain = hour % 12 + (12 if half.startswith("p") else 0), True
    certain = certain or hour == 24
    hour, minute = divmod(hour % 24 * 60 + minutes, 60)
    hour = hour % 24 if certain else hour % 24 or 12
    told: Fields = {"clock": (hour, minute)}
    if not certain and hour <= 12:
        told["twelve"] = True
    return told


def _value(kind: str, words: list[str], grammar: Grammar) -> object:
    if kind in grammar.values and len(words) == 1:
        return grammar.values[kind][words[0].lower()]
    if kind in _READERS:
        return _READERS[kind](words, grammar)
    if kind in grammar.phrases:
        return grammar.phrases[kind][phrase(words)]
    return int(words[0]) if words[0].isdecimal() else "".join(words).lower()


def _first_number(words: list[str], _grammar: Grammar) -> int:
    return int(words[0])


def number(words: list[str], grammar: Grammar) -> float:
    """The number that words or figures spell: "twenty-four", "2 1/2", "1,500", "two hundred and ten", "[ten]"."""
    words = [word for word in words if word not in "[]"]
    if words[0].isdecimal():
        return _figures(words)
    if (whole := grammar.phrases.get("compound", {}).get(phrase(words))) is not None:
        return float(whole)
    cards, scales = grammar.values["card"], grammar.values["scale"]
    total, current, half = 0.0, 0.0, 0.0
    for word in map(str.lower, words):
        if word in cards:
            current += cards[word]
        elif word in scales:
            scale = scales[word]
            if scale == 100 or scale == 12:
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0
        elif word in grammar.values.get("fraction", {}):
            half = 0.5
    return (total + current + half) or 1


def _figures(words: list[str]) -> float:
    text = "".join(word for word in words if not word.isspace() and word != ",")
    if "/" in words:
        slash = words.index("/")
        below = int(words[slash + 1])
        whole = int("".join(word for word in words[: slash - 1] if word.isdecimal()) or 0)
        return whole + (int(words[slash - 1]) / below if below else 0)
    digits, _, fraction = text.partition(".")
    whole = int("".join(c for c in digits if c.isdecimal()))
    return float(f"{whole}.{fraction}") if fraction.isdecimal() else whole


def vaguely(words: list[str], _grammar: Grammar) -> float | None:
    """A couple is two; several, few and many leave the number open."""
    return 2 if any(word.lower() == "couple" for word in words) else None


def spoken_year(words: list[str], grammar: Grammar) -> int:
    """Nineteen ninety-six, two thousand and four."""
    cards: dict[str, int] = grammar.values["card"]
    numbers = [cards[word.lower()] for word in words if word.lower() in cards]
    if numbers[0] == 2:
        return 2000 + sum(numbers[1:])
    return numbers[0] * 100 + sum(numbers[1:])


def phrase(words: list[str]) -> str:
    """A phrase as the grammar's tables write it: lower case, single blanks, straight apostrophes."""
    return " ".join("".join(words).lower().split()).translate(_STRAIGHT)


_STRAIGHT = str.maketrans(dict.fromkeys("’‘`´", "'") | dict.fromkeys("‐‑–—−", "-"))


def nthword(words: list[str], grammar: Grammar) -> int:
    """The number of an ordinal, in words or figures: "5th", "third", "twenty-third"."""
    if words[0].isdecimal():
        return int(words[0])
    if words[0].lower() in grammar.values.get("roman", {}):
        return int(grammar.values["roman"][words[0].lower()])
    tens = grammar.values.get("tens_word", {}).get(words[0].lower(), 0) if len(words) > 1 else 0
    return int(tens + grammar.values["ordinal"][words[-1].lower()])


def more_units(words: list[str], grammar: Grammar) -> tuple[float, str]:
    """The further part of a compound length: " and four months"."""
    parts = [word for word in words if word.isalnum()]
    unit: str = grammar.values["unit"][parts[-1].lower()]
    said = parts[:-1]
    if len(said) > 1 and not said[0].isdecimal() and said[0].lower() not in grammar.values["card"]:
        said = said[1:]  # and
    one = said[0].lower() in grammar.values["one"]
    return 1 if one else number(said, grammar) or 1, unit


def spoken_decade(words: list[str], grammar: Grammar) -> int:
    """Nineteen-seventies."""
    return int(grammar.values["century_word"][words[0].lower()] + grammar.values["decade_word"][words[-1].lower()])


def four_figures(words: list[str], _grammar: Grammar) -> tuple[int, int]:
    """Hour and minute of "0735"."""
    return divmod(int(words[0]), 100)


def clock(words: list[str], _grammar: Grammar) -> tuple[int, int]:
    """Hour and minute of "4:17 a.m.", "17.30", "5 pm"."""
    numbers = [int(word) for word in words if word.isdecimal()]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    half = next((word[0].lower() for word in words if word[0].lower() in "ap"), "")
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return (hour if (hour, minute) == (24, 0) else hour % 24), minute


_READERS = {
    "nthword": nthword,
    "ordword": nthword,
    "more_units": more_units,
    "spoken_decade": spoken_decade,
    "clock": clock,
    "clock12": clock,
    "hourpoint": clock,
    "hourmark": clock,
    "hhmm": four_figures,
    "hhmm0": four_figures,
    "number": number,
    "vaguely": vaguely,
    "spoken_year": spoken_year,
    "dayno": _first_number,
    "year": _first_number,
}
