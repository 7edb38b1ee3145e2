"""Numbers that look like a time and are none by their shape: houses, articles, ages, races, games, codes, addresses.

What may stand beside them is the language's ``[lists]`` in shapes.toml; a list that is left out forbids nothing.
"""

import re

from dateline.core.moment import DAY
from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens
from dateline.times.sentences import ends_sentence
from dateline.times.units import UNITS

_ADDRESS = re.compile(r"://|www\.|@\w|\w\.[a-z]{2,6}/|#\w")
_CHUNK = 60  # tokens of a web address to look through, each way
_STREET = 6  # tokens, blanks counted, within which a street's name ends
_SENTENCE = 60  # tokens to look through for words of a game, each way
_GAME_CLOCK = 8  # words before the quarter of a match, within which its clock stands
_NO_HIJRA = 1600  # the year from which one is not of a calendar counted from AD 622
_ERA = 5  # words, marks counted, of an era behind a year
_OF = 3  # letters of the words that may tie a day, its month and a year: de, of, del
_YEAR = (1700, 2100)
_BARE = {"year", "mod", "edge", "dates", "comparative"}
_CLOCK = {"clock", "opening", "opening_minute", "twelve"}


def is_time(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the words around leave the mention a time; of "In 2018 day labourers were scarce" the year alone."""
    if _is_in_address(mention, tokens):
        return False
    if _is_of_other_calendar(mention, tokens, grammar):
        return False
    if _is_named_after(mention, tokens, grammar):
        return False
    if mention.fields.keys() <= _BARE and "year" in mention.fields:
        return not _is_numbered(mention, tokens, grammar)
    if mention.make == "clock" and mention.fields.keys() <= _CLOCK:
        return not _is_of_race(mention, tokens, grammar) and not _is_of_game(mention, tokens, grammar)
    if mention.make in ("duration", "units"):
        _leave_year(mention, tokens, grammar)
        return not _is_age(mention, tokens, grammar)
    if mention.fields.keys() <= {"quarter", "half", "mod", "edge"} and mention.fields.keys() & {"quarter", "half"}:
        return not _is_quarter_of_game(mention, tokens, grammar)
    if {"month", "day"} <= mention.fields.keys() and "year" not in mention.fields:
        return not _is_street(mention, tokens, grammar)
    if mention.fields.keys() in ({"month"}, {"weekday"}) and _has_strange_capital(mention, tokens, grammar):
        return False
    if "month" in mention.fields and not mention.fields.keys() & {"day", "part"}:
        return not _is_name(mention, tokens, grammar) and not _has_no_such_day(mention, tokens)
    return True


def _is_in_address(mention: Mention, tokens: Tokens) -> bool:
    """Whether the words stand within a web address, a mail address or a tag."""
    first, last = mention.first, mention.last
    while first and mention.first - first < _CHUNK and not tokens.words[first - 1].isspace():
        first -= 1
    while last < len(tokens.words) and last - mention.last < _CHUNK and not tokens.words[last].isspace():
        last += 1
    if last - first == mention.last - mention.first:
        return False
    return _ADDRESS.search(tokens.slice(first, last)) is not None


def _words_after(place: int, tokens: Tokens, count: int) -> list[str]:
    words: list[str] = []
    while place < len(tokens.words) and len(words) < count:
        word = tokens.words[place]
        if "\n" in word:
            break
        if not word.isspace():
            words.append(word)
        place += 1
    return words


def _words_before(place: int, tokens: Tokens, count: int) -> list[str]:
    words: list[str] = []
    while place > 0 and len(words) < count:
        word = tokens.words[place - 1]
        if "\n" in word:
            break
        if not word.isspace():
            words.append(word)
        place -= 1
    return words[::-1]


def _is_of_other_calendar(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a bare year or day is counted from elsewhere: 12 Muharram 1446, the year 1446 of the Hijra."""
    f, lists = mention.fields, grammar.lists
    if not f.keys() <= _BARE | {"day"} or not (f.get("year", _NO_HIJRA) < _NO_HIJRA or "day" in f):
        return False
    before, after = _words_before(mention.first, tokens, 3), _words_after(mention.last, tokens, _ERA)
    beside = after if "day" in f else before[::-1]
    if next((word.lower() for word in beside if len(word) > _OF), "") in lists["other_months"]:
        return True
    sides = (before[-size:] for size in (1, 2)), (after[:size] for size in range(1, _ERA + 1))
    return "year" in f and any(_spaced(words).lower() in lists["other_eras"] for side in sides for words in side)


def _is_numbered(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a bare year numbers a house, an article, a telephone or a model: 1999 Harbour Road, No. 1999."""
    lists, words = grammar.lists, tokens.words
    before = _words_before(mention.first, tokens, 3)
    after = _words_after(mention.last, tokens, _STREET // 2)
    if [word.lower() for word in before[-1:]] == [":"] or before[-1:] == ["."] or before[-1:] == ["°"]:
        before = before[:-1]
    if before and before[-1].lower() in lists["numbered"]:
        return True
    if mention.last - mention.first == 1 and _is_in_code(mention, words):
        return True
    streets = lists["streets"]
    if not streets or (
        before and before[-1].lower() in lists["before_year"] - {"a", "at", "of", "the", "to", "de", "en"}
    ):
        return False
    names = [word for word in after if word[0].isalpha()]
    if len(names) > 1 and names[0][0].isupper() and any(word.lower() in streets for word in names[1:]):
        return True
    if after[:1] and (after[0].lower() in streets or (after[0] == "," and after[1:2] and after[1].lower() in streets)):
        return not after[0].isupper() or before[-1:] != ["in"]
    ends = tuple(lists["street_ends"])  # Hauptstraße 1999
    return bool(before) and before[-1][0].isupper() and before[-1].lower().endswith(ends)


def _is_street(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the name of a street follows a number and a month: 14 May Street."""
    before = [word.lower() for word in _words_before(mention.first, tokens, 1)]
    after = _words_after(mention.last, tokens, 1)
    if not after or not after[0].istitle() or after[0].lower() not in grammar.lists["streets"]:
        return False
    numbered = tokens.words[mention.first].isdecimal() and tokens.words[mention.last - 1].isalpha()
    return numbered and before != ["on"]  # on 3 May Road works began


def _is_named_after(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a street or a square has its name from a date: rue du 4-Septembre, Straße des 17. Juni, Plaza de Mayo.

    The month has a capital in a name; "la rue du 3 mai" is none.
    """
    lists, months = grammar.lists, grammar.values.get("month", {})
    if not mention.fields.keys() & {"month", "year"} or not lists["named_after"]:
        return False
    words = _words_before(mention.first, tokens, 6)
    before = words.copy()
    while before and (before[-1].isdecimal() or before[-1] in "-–" or before[-1].lower() in months):
        before.pop()  # du 4-Septembre, du 8-Mai-1945
    date = words[len(before) :] + tokens.words[mention.first : mention.last]
    if before and before[-1].lower() in lists["named_after"]:
        before.pop()
    street = before[-1].lower() if before else ""
    named = any(word.istitle() and word.lower() in months for word in date)
    return named and (street in lists["streets"] or street.endswith(tuple(lists["street_ends"])))


def _has_strange_capital(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a month or weekday alone has a capital within a sentence of a language that writes it small: a name.

    "la planète Mars", "el tenor Domingo Ruiz"; not "en Mars", "le Lundi".
    """
    before = "".join(_words_before(mention.first, tokens, 1)).lower()
    if "small_names" not in grammar.lists["conventions"] or not tokens.words[mention.last - 1].istitle():
        return False
    after = "".join(_words_after(mention.last, tokens, 1))
    if not before[-1:].isalpha() or ("weekday" in mention.fields and not after.istitle()):
        return False
    kinds = grammar.lists["determiners"] | grammar.lists["before_month"] | grammar.values["relation"].keys()
    return before not in kinds


def _is_in_code(mention: Mention, words: list[str]) -> bool:
    """Whether a hyphen ties a number to other figures or to capitals: 555-1999, MX-1990."""
    first, last = mention.first, mention.last
    if first > 1 and words[first - 1] == " " and words[first - 2].isdecimal() and len(words[first - 2]) in (3, 4, 5):
        return True  # 0800 1999
    if first > 1 and words[first - 1] in "-–." and (words[first - 2].isdecimal() or words[first - 2].isupper()):
        return len(words[first - 2]) != 4
    if last + 1 < len(words) and words[last] in "-–":
        return words[last + 1].isdecimal() and len(words[last + 1]) not in (2, 4)
    return first > 0 and words[first - 1] in "+#_"


def _is_of_race(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a clock time is how long a race took: won in 2:31:07, a time of 1:59."""
    if any(word.isalpha() for word in tokens.words[mention.first : mention.last]):
        return False
    before = [word.lower() for word in _words_before(mention.first, tokens, 2)]
    said = " ".join(before), before[-1] if before else ""
    return not grammar.lists["race_before"].isdisjoint(said) or (
        tokens.words[mention.last : mention.last + 1] == ["."]
        and ("".join(tokens.words[mention.last + 1 : mention.last + 2]).isdecimal())
    )


def _is_of_game(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a clock time is that of a game: scored at 17:46 of the third period."""
    if any(word.isalpha() for word in tokens.words[mention.first : mention.last]):
        return False
    after = " ".join(word.lower() for word in _words_after(mention.last, tokens, 3))
    if any(after == words or after.startswith(f"{words} ") for words in grammar.lists["game_after"]):
        return True
    return not grammar.lists["game"].isdisjoint(_sentence(mention, tokens, grammar))


def _is_quarter_of_game(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a quarter is that of a match: "a touchdown in the fourth quarter", "with 3:41 left in the third"."""
    before = _words_before(mention.first, tokens, _GAME_CLOCK)
    clock = any(
        one.isdecimal() and mark == ":" and two.isdecimal()
        for one, mark, two in zip(before, before[1:], before[2:], strict=False)
    )
    words = grammar.lists["game_quarter"] | (grammar.lists["game"] if "half" in mention.fields else frozenset())
    return clock or not words.isdisjoint(_sentence(mention, tokens, grammar))


def _sentence(mention: Mention, tokens: Tokens, grammar: Grammar) -> set[str]:
    words, codes = tokens.words, tokens.codes
    first, last = mention.first, mention.last
    while first and mention.first - first < _SENTENCE and not _is_end(first - 1, words, codes, grammar):
        first -= 1
    while last < len(words) and last - mention.last < _SENTENCE and not _is_end(last, words, codes, grammar):
        last += 1
    return {word.lower() for word in words[first:last]}


def _is_end(place: int, words: list[str], codes: str, grammar: Grammar) -> bool:
    return grammar.tenses.get(codes[place]) == "stop" and ends_sentence(words, place, grammar)


def _leave_year(mention: Mention, tokens: Tokens, grammar: Grammar) -> None:
    """Make a year of a number that only seems to count a unit: "In 2018 day labourers were scarce"."""
    count = mention.fields.get("count")
    if not isinstance(count, int | float) or not _YEAR[0] <= count <= _YEAR[1]:
        return
    number, unit = tokens.words[mention.first], "".join(tokens.words[mention.first + 2 : mention.first + 3]).lower()
    before = [word.lower() for word in _words_before(mention.first, tokens, 1)]
    if (
        len(number) == 4
        and unit not in grammar.values["plural"]
        and (not grammar.lists["before_year"].isdisjoint(before) or tokens.words[mention.first + 1].isspace())
    ):
        mention.make, mention.guard, mention.last = "date", "bare-year", mention.first + 1
        mention.fields = {"year": int(number)}


def _is_age(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a length of time is an age: aged 6 months, 8 weeks and older."""
    unit = UNITS.get(mention.fields.get("unit", ""))
    if unit is None or (unit.minutes and unit.minutes < DAY):
        return False
    before = [word.lower() for word in _words_before(mention.first, tokens, 3)]
    after = [word.lower() for word in _words_after(mention.last, tokens, 3)]
    lists = grammar.lists
    return any("".join(_spaced(before[-size:])) in lists["ages_before"] for size in (1, 2, 3)) or any(
        "".join(_spaced(after[:size])) in lists["ages_after"] for size in (1, 2, 3)
    )


def _spaced(words: list[str]) -> str:
    return " ".join(words).replace(" ' ", "'").replace(" ’ ", "'")


def _is_name(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a month alone is somebody's name: "April Jonsson said", "Ms. June Hall"; not "In April Jonsson said"."""
    if mention.fields.keys() != {"month"} or tokens.words[mention.first] not in grammar.lists["names"]:
        return False
    before, after = _words_before(mention.first, tokens, 2), _words_after(mention.last, tokens, 1)
    if before and before[-1].lower() in grammar.lists["before_month"] | grammar.values["relation"].keys():
        return False
    if before[-1:] == ["."] and before[:1] and before[0] in grammar.lists["titles"]:
        return True
    known = after and (after[0].lower() in grammar.values["month"] or after[0].lower() in grammar.values["weekday"])
    return bool(after) and after[0].istitle() and not known and tokens.words[mention.last] == " "


def _has_no_such_day(mention: Mention, tokens: Tokens) -> bool:
    """Whether a number that is no day of a month stands before it: 32 August."""
    before = tokens.words[max(0, mention.first - 2) : mention.first]
    number = before[0] if len(before) == 2 and before[1] == " " else ""
    return number.isdecimal() and len(number) <= 2 and not 1 <= int(number) <= 31
