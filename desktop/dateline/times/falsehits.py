"""Words that look like a time and are none: "May said", "march on", "1,500 men", "the fall of the city".

What may stand before and after is the language's ``[lists]``; a list that a language leaves out forbids nothing.
"""

from collections.abc import Callable

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.quotes import is_apostrophe, is_no_title, is_quoted
from dateline.times.scan import Tokens

_MONEY = "$£€¥#"


def stands(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the words around leave the mention a time. "Two days" is cut out of "two days after the vote"."""
    if mention.fields.get("unit") == "quarter" and mention.make == "duration":
        after = [word.lower() for word in tokens.words[mention.last + 1 : mention.last + 4 : 2]]
        share = after[:1] == ["of"] and grammar.lists["determiners"].issuperset(after[1:])  # of the city
        return mention.fields.get("count", 3) != 3 and not share
    return not mention.guard or GUARDS[mention.guard](mention, tokens, grammar)


def _leaves_of(mention: Mention, _tokens: Tokens, _grammar: Grammar) -> bool:
    """The last week, without the "of" behind it."""
    mention.last -= 2
    return True


def _word_before(mention: Mention, tokens: Tokens) -> str:
    return _before(mention.first, tokens)


def _before(place: int, tokens: Tokens) -> str:
    at = place - 1
    while at >= 0 and tokens.words[at].isspace():
        at -= 1
    return tokens.words[at].lower() if at >= 0 else ""


def _is_year(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """A bare number of four figures is a year unless it counts, costs or numbers something."""
    if not mention.fields.keys() <= {"year", "mod", "edge", "dates", "comparative"}:
        return True
    words, first, last = tokens.words, mention.first, mention.last
    if first and (
        words[first - 1] in _MONEY or (words[first - 1] in ",." and first > 1 and words[first - 2].isdecimal())
    ):
        return False
    if last + 1 < len(words) and words[last] in ",." and words[last + 1].isdecimal():
        return False
    if last < len(words) and words[last] in "%°":
        return False
    if is_quoted(mention, tokens):
        return False
    after = words[last + 1] if last + 1 < len(words) and words[last].isspace() else ""
    before = _before(last - 1, tokens)  # the word before the figures: "des Jahres 2024"
    if (
        after.lower() in grammar.lists["counted"] | grammar.lists["after_no_year"]
        or before in grammar.lists["before_no_year"]
    ):
        return False
    if before in grammar.lists["before_year"] or not after[:1].islower():
        return True
    return not after.endswith("s") or after in grammar.lists["after_year"]


def _is_month(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """In May; not May said, not Jan Novák."""
    if not mention.fields.keys() <= {"month"}:
        return True
    first, before = tokens.words[mention.first], _word_before(mention, tokens)
    if first in grammar.lists["month_names"] and not _is_paired(mention, tokens, grammar):
        return before in grammar.lists["before_month"] or (before == "," and mention.first > 2)
    if first in grammar.lists["short_months"] and tokens.words[mention.last : mention.last + 1] != ["."]:
        return before in grammar.lists["before_short_month"]
    return True


def _is_paired(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether another month stands beside a word that is also a name or a verb: "March and April"."""
    words, months = tokens.words, grammar.values["month"]
    before = words[max(0, mention.first - 4) : mention.first][::-1]
    sides = before, words[mention.last : mention.last + 4]
    return any(side[1:2] in (["and"], ["or"], ["to"]) and "".join(side[3:]).lower() in months for side in sides)


def _is_nth(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """On May the third; of "in May the third boat sank" the month alone."""
    told = tokens.words[mention.first : mention.last]
    if grammar.lists["the"].isdisjoint(told) or _ends_phrase(mention, tokens, grammar):
        return True
    mention.last, mention.roles = mention.first + 1, frozenset()
    del mention.fields["day"]
    return _is_month(mention, tokens, grammar)


def _is_season(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """In the fall, by winter; not the fall of the city, not "prices fall", not "spring water"."""
    if not mention.fields.keys() <= {"season"} or not grammar.lists["before_season"]:
        return True
    before = _word_before(mention, tokens)
    after = "".join(tokens.words[mention.last : mention.last + 2]).lower().strip()
    alone = mention.last - mention.first == 1
    if after in grammar.lists["after_season"]:
        return True
    if tokens.words[mention.last - 1].lower() in grammar.lists["season_verbs"]:
        return not alone and before in grammar.lists["before_season_verb"] and after != "of"
    return not alone or before in grammar.lists["before_season"]


def _is_no_age(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """A 6-year-old is a child, not a time, and "6 years old" tells of one; but an 8-month-old truce is no child."""
    words, last = tokens.words, mention.last
    if words[last - 1].lower() not in grammar.lists["ages"]:
        return True
    if words[last - 2].isspace() or mention.fields.get("unit") == "year":
        return False
    after = words[last + 1] if last + 1 < len(words) and words[last].isspace() else ""
    return after.islower() and after not in grammar.lists["persons"] and after not in grammar.lists["function_words"]


def _is_length(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    return _is_no_age(mention, tokens, grammar) and is_no_title(mention, tokens, grammar)


def _is_no_price(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """For a year; not $500 million a year."""
    before = _word_before(mention, tokens)
    return not before.isdecimal() and before not in grammar.lists["prices"] and _is_no_age(mention, tokens, grammar)


def _is_no_rate(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Weekly; not "8 percent annually", "10,000 units annually", "the average daily volume"."""
    if _word_before(mention, tokens) in grammar.lists["rates"]:
        return False
    at = mention.first - 2
    figures = [word for word in tokens.words[max(0, at - 2) : max(0, at + 1)] if not word.isspace()]
    return not any(word.isdecimal() or word.lower() in grammar.lists["prices"] for word in figures)


def _is_not_all_day(mention: Mention, _tokens: Tokens, _grammar: Grammar) -> bool:
    """Eight hours a day; 24 hours a day is always, and no time."""
    return (mention.fields.pop("count", 0), mention.fields["within"]) not in _ALWAYS


_ALWAYS = {(24, "hour"), (7, "day"), (12, "month"), (52, "week"), (365, "day")}


def _is_some_day(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Islam will one day be taught; else one day is a length of time."""
    if _word_before(mention, tokens) not in grammar.lists["before_some_day"]:
        mention.make = "duration"
    return True


def _is_past_itself(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """In the past; not "the past" of "the past three summers"."""
    codes = tokens.codes[mention.last + 1 : mention.last + 2]
    return codes not in grammar.of_class("card") | grammar.of_class("digits") | grammar.of_class("vague")


def _is_this_day(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Today; not USA Today, today's world, the people of tomorrow."""
    words, first, last = tokens.words, mention.first, mention.last
    if words[first].istitle() and first > 1 and words[first - 1].isspace() and words[first - 2].isupper():
        return len(words[first - 2]) < 2
    nowadays = grammar.lists["nowadays"]
    if words[last + 1 : last + 2] == ["s"]:
        return nowadays.isdisjoint(word.lower() for word in words[last + 3 : last + 6 : 2])
    of = [word.lower() for word in words[max(0, first - 4) : max(0, first - 1) : 2]]
    return not (of[1:] == ["of"] and of[0] in nowadays)


def _is_no_verb(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """The last 72 hours; of "is to last 72 hours", "the last 72 hours of the siege" only the length."""
    after = tokens.words[mention.last + 1 : mention.last + 2]
    if after and after[0].lower() in grammar.lists["of"]:
        mention.make = "duration"  # the last three weeks of the campaign
        return True
    verb = mention.fields.get("turn") == -1 and _word_before(mention, tokens) in grammar.lists["before_some_day"]
    if verb and tokens.words[mention.first].lower() in grammar.values["turn"]:
        mention.first += 2
        mention.make = "duration"
    return True


def _is_told_over(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Over the years; not "the years" alone."""
    if _word_before(mention, tokens) not in grammar.lists["before_the_years"]:
        return False
    numbered = any(word.isdecimal() for word in tokens.words[mention.last : mention.last + 2])
    return _ends_phrase(mention, tokens, grammar) and not numbered


def _is_four_figures(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """At 0735 hours; not 2000 hours of work."""
    return _word_before(mention, tokens) in grammar.lists["before_clock"]


def _has_edge(mention: Mention, _tokens: Tokens, _grammar: Grammar) -> bool:
    """Anfang des Jahres; not "des Jahres" alone."""
    return "mod" in mention.fields


def _has_its_end(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """The fiscal year ended June 30; not "the fiscal year" alone."""
    after = "".join(tokens.words[mention.last : mention.last + 6])
    return any(after.startswith(gap) for gap in grammar.lists["ended"] if " end" in gap)


def _is_day_told(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """The end of the day, closed the day at 100; not the day that it came, the day of the vote, the day before."""
    if mention.fields.get("unit") != "day":
        return True
    after = "".join(tokens.words[mention.last : mention.last + 2])
    stands = not after[:1].isspace() or after.strip().lower() in grammar.lists["after_day_told"]
    if "mod" in mention.fields:
        mention.fields["whole_day"] = after.strip().lower() not in grammar.lists["after_other_day"]
        return True
    edged = _word_before(mention, tokens) in grammar.lists["before_day_told"]
    mention.fields["whole_day"] = stands and edged
    return True


def _is_clock_range(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Between 9 and 11 p.m.; of "it killed 9 and 11 p.m. was quiet" the clock time alone."""
    first = mention.first
    if tokens.words[first + 2] in grammar.lists["pair"] and _word_before(mention, tokens) != "between":
        mention.first = first + 4
        del mention.fields["opening"]
    return True


def _is_spoken_clock(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """At a quarter to three; not "from a quarter to three percent", "to three quarters"."""
    after = "".join(tokens.words[mention.last : mention.last + 2]).lower().strip()
    return after not in grammar.values["unit"] and after not in grammar.lists["counted"]


def _is_minutes_past(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """At five to eight; not "five to eight people"; and "trois heures et demie" may be a length of time."""
    if _word_before(mention, tokens) in grammar.lists["before_minutes"]:
        return not grammar.lists["function_words"] or _ends_phrase(mention, tokens, grammar)
    hour, minute = mention.fields["clock"]
    mention.make = "duration"
    mention.fields["count"] = hour + minute / 60
    return "unit" in mention.fields


def _follows_preposition(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """For months, in just minutes; not "months" alone."""
    before = _word_before(mention, tokens)
    if before in grammar.lists["merely"]:
        before = _before(mention.first - 2, tokens)
    return before in grammar.lists["before_units"]


def _ends_phrase(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether no noun follows, which the words would belong to: on the 9th; not the 9th floor."""
    words, last = tokens.words, mention.last
    if last >= len(words) or not words[last].isspace():
        return True
    after = words[last + 1] if last + 1 < len(words) else ""
    return not after[:1].isalpha() or after.lower() in grammar.lists["function_words"]


def _is_day_alone(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """On the 9th, am 9.; not the 9th floor, "der 9. Tag", a sentence that ends with a number."""
    if not grammar.lists["before_day"]:
        return _ends_phrase(mention, tokens, grammar)
    if not _follows_day_word(mention, tokens, grammar):
        return False
    after = "".join(tokens.words[mention.last + 1 : mention.last + 2])
    if allowed := grammar.lists["after_day"]:
        return tokens.words[mention.last : mention.last + 1] != [" "] or after in allowed
    return not after.istitle()


def _follows_day_word(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Am 13.03., le 13/03; not a score of 3/2."""
    return _word_before(mention, tokens) in grammar.lists["before_day"]


def _is_antique(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """In 490, where the article counts years before Christ."""
    before = _word_before(mention, tokens)
    return before in grammar.lists["before_antique"] and _ends_phrase(mention, tokens, grammar)


def _is_decade(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """The 60s, the twenties; not "in his 30s"."""
    own = tokens.words[max(0, mention.first - 4) : mention.first : 2]  # in his late 50s
    if not grammar.lists["own"].isdisjoint(own):
        return False
    bare = tokens.words[mention.first].isdecimal()
    return not (bare and _word_before(mention, tokens) not in grammar.lists["before_decade"])


def _ends_clause(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """The day after, he voted; not the day after the vote."""
    after = tokens.words[mention.last : mention.last + 4]
    if not grammar.lists["pair"].isdisjoint(after[1:2]):
        return after[3:] != ["after"]  # from 3.4 % the month before and a peak; not "before and after"
    return not after or not (after[0].isspace() or after[0].isalnum())


def _is_unit_beside(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """The day after, he voted; of "late in the day after falling" the day itself."""
    if _ends_clause(mention, tokens, grammar):
        return True
    if "mod" not in mention.fields or not "".join(tokens.words[mention.last + 1 : mention.last + 2]).endswith("ing"):
        return False
    mention.last -= 2
    mention.make, mention.fields["whole_day"] = "the_unit", True
    return True


def _is_distance(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """The day after; but in "two days after the vote" the distance alone is the time, counted from the vote."""
    if _ends_clause(mention, tokens, grammar):
        return True
    mention.fields["toward"] = tokens.words[mention.last - 1].lower()
    mention.last -= 2
    mention.make = "duration"
    return True


def _is_later_on(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """A week on, he left; but of "a week on the coast" the length alone."""
    if tokens.words[mention.last - 1].lower() in grammar.lists["later_on"] and _ends_clause(mention, tokens, grammar):
        return True
    mention.last -= 2
    single = tokens.words[mention.first].lower() in grammar.values["one"]
    mention.make, mention.guard, mention.roles = "duration", "price" if single else "length", frozenset({"ended"})
    return stands(mention, tokens, grammar)


GUARDS: dict[str, Callable[[Mention, Tokens, Grammar], bool]] = {
    "after-at": _is_four_figures,
    "age": _is_no_age,
    "always": _is_not_all_day,
    "antiquity": _is_antique,
    "apostrophe": is_apostrophe,
    "bare-year": _is_year,
    "clock-range": _is_clock_range,
    "day-alone": _is_day_alone,
    "day-told": _is_day_told,
    "day-word": _follows_day_word,
    "decade": _is_decade,
    "distance": _is_distance,
    "ends-clause": _ends_clause,
    "ends-phrase": _ends_phrase,
    "unit-beside": _is_unit_beside,
    "its-end": _has_its_end,
    "later-on": _is_later_on,
    "length": _is_length,
    "minutes": _is_minutes_past,
    "month-name": _is_month,
    "needs-edge": _has_edge,
    "ordinal": _is_nth,
    "nowadays": _is_this_day,
    "past-itself": _is_past_itself,
    "preposition": _follows_preposition,
    "price": _is_no_price,
    "rate": _is_no_rate,
    "season-name": _is_season,
    "share": _is_spoken_clock,
    "some-day": _is_some_day,
    "title": is_no_title,
    "told-over": _is_told_over,
    "verb": _is_no_verb,
    "of-what": _leaves_of,
}
"""What a rule may ask of the words around, by the name that its ``guard`` has in the grammar."""
