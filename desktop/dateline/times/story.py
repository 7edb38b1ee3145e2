"""Stories: articles that tell of years past, in which a date without a year follows the date told before it."""

import re

from dateline.core.moment import Granularity, civil
from dateline.times.context import Context
from dateline.times.grammar import Grammar
from dateline.times.mention import Fields, Mention
from dateline.times.openings import first_of_sentence
from dateline.times.scan import Tokens
from dateline.times.sentences import ends_sentence, parted

_YEARS = 6  # dates with their year that a story has at least
_RECENT = 1  # years before publication that are news
_NEWS = 3  # times as many of them as of days counted from publication
_TWICE = 2  # so many days counted from publication say that years are told in the news
_RARE = 8  # times as many dates with years, from which they are rather slips
_OPENING = 6  # tokens, blanks counted
_BRACKETS = 80  # tokens to look back for an opening bracket
_CLAUSE = 24  # tokens, blanks counted, to look through for the words of a clause
_MEASURE = 3  # words before a quarter that may say that it only measures another
_NEAR = 60  # tokens, blanks counted, between a date and one that goes on from it
_YEARLESS = {"month", "day", "part", "mod", "edge", "leader"}
_AGAIN = ("(", ",", "/", "[")  # between a clock time and the same by another zone's clock
_FAR = 2_000  # tokens to look back for the end of a paragraph
_FINE = (Granularity.MINUTE, Granularity.DAY_PART, Granularity.DAY, Granularity.MONTH)
_ON_CALENDAR = (
    *_FINE, Granularity.HOUR, Granularity.WEEK, Granularity.WEEKEND, Granularity.SEASON, Granularity.QUARTER,
    Granularity.HALF, Granularity.YEAR,
)  # fmt: skip


def is_narrative(mentions: list[Mention], tokens: Tokens, grammar: Grammar, context: Context) -> bool:
    """Whether the article tells a story through years rather than news: many dates with years, few of the day.

    Years in a row ("in 1973, 1987 and 1992") are told once; those of the years around publication may be news.
    """
    latest = civil(context.published[0]).year - _RECENT if context.published else None
    dated, before = 0, None
    for each in mentions:
        year = each.fields.get("year")
        if year is None or "aside" in each.roles:
            continue
        row = before is not None and tokens.slice(before.last, each.first).lower() in grammar.lists["listed"]
        dated += not row and (latest is None or not isinstance(year, int) or year < latest)
        before = each
    news = sum(map(_of_the_news, mentions))
    context.newsy = news >= _TWICE and news * _RARE >= dated
    return dated >= _YEARS and news * _NEWS <= dated


def _of_the_news(mention: Mention) -> bool:
    """Whether a mention counts from publication by its form: a bare weekday, "last year", "four days ago"."""
    f = mention.fields
    return ("weekday" in f and "month" not in f) or "turn" in f or f.get("base") == "publication"


def is_news(mention: Mention, tokens: Tokens, grammar: Grammar, context: Context) -> bool:
    """Whether a date in a story's article is counted from publication: a weekday without a day of the story before
    it in its paragraph, what will be, and a month in a new paragraph of an article that opened with news.
    """
    f, before = mention.fields, context.previous
    if "weekday" in f and not f.keys() & {"month", "day", "before"}:
        told = before is not None and before.granularity in _FINE and context.story is not None
        return not told or _new_paragraph(mention, tokens, context)
    if "year" in f:
        return False
    if context.newsy and ("turn" in f or ("month" in f and _opens_anew(mention, tokens, context))):
        return True
    return mention.tense == "future" and not grammar.lists["sure_future"].isdisjoint(_clause_before(mention, tokens))


def remember(mention: Mention, tokens: Tokens, grammar: Grammar, context: Context) -> None:
    """Keep the mention as the date before, for those that lean on it."""
    if mention.type == "DURATION" and mention.fields.get("unit") == "month":
        context.months = True
    if mention.dropped or mention.begin is None or mention.until is None or mention.type not in ("DATE", "TIME"):
        return
    if (
        mention.granularity == Granularity.QUARTER
        and mention.make != "year_earlier"
        and not mention.fields.keys() & {"compared", "period"}
    ):
        context.quarter, context.months = mention, False
    context.newsy |= mention.anchor == "publication" and context.story is None
    if mention.granularity not in _ON_CALENDAR or mention.value.endswith("_REF"):
        return
    if mention.granularity in (Granularity.DAY, Granularity.DAY_PART, Granularity.MINUTE):
        context.day = context.day if _is_told_again(mention, tokens, context) else mention
    if not context.storied:
        context.previous = mention
    elif mention.anchor != "publication":  # a story leans on its own dates only
        _tell_on(mention, tokens, grammar, context)


def compared(mention: Mention, tokens: Tokens, grammar: Grammar, context: Context) -> Fields:
    """The field that says that a time only measures the one told of: "fell from the fourth quarter", and from a month
    "against 3 million a year earlier".
    """
    f, before = mention.fields, context.previous
    measured = grammar.lists["compared"]
    if mention.make == "year_earlier" and not f and before is not None and before.granularity == Granularity.MONTH:
        between = map(str.lower, tokens.words[before.last : mention.first])
        same = not parted(before.last, mention.first, tokens, grammar) and not measured.isdisjoint(between)
        return {"unit": "month"} if same else {}
    if "quarter" not in f or context.quarter is None or mention.make != "date":
        return {}
    said = "".join(tokens.words[max(0, mention.first - 3 * _MEASURE) : mention.first]).lower()
    near = re.split(r"[.!?;:\n]", said)[-1].split()[-_MEASURE:]
    return {} if measured.isdisjoint(near) else {"compared": True}


def goes_on(mention: Mention, tokens: Tokens, grammar: Grammar, context: Context) -> bool:
    """Whether a month, or a day of one, goes on from a date of another year: one with which a sentence of its paragraph
    opened ("In 1944 the harbour was bombed. In March ships sailed again."; not "Founded in 1944, it shut in March"),
    one of its sentence that "and" joins to it, or one to come there ("the 2030 games will be held in July").
    """
    before = context.previous
    if context.storied or context.published is None or before is None:
        return False
    if "month" not in mention.fields or not mention.fields.keys() <= _YEARLESS:
        return False
    near = mention.first - before.last < _NEAR
    same = near and not parted(before.last, mention.first, tokens, grammar)
    if "goes_on" in before.fields:
        return same
    if (
        before.anchor != "absolute"
        or "year" not in before.fields
        or before.granularity not in (*_FINE, Granularity.YEAR)
    ):
        return False
    year, now = civil(before.begin or 0).year, civil(context.published[0]).year
    if mention.tense == "future":
        return same and year > now and before.granularity == Granularity.YEAR
    if year >= now - _RECENT:
        return False
    if same:
        return _opens_when(before, tokens, grammar) or _joined(before, mention, tokens, grammar)
    opening = (tokens.words[max(0, each.first - 2)] for each in (before, mention))
    return (
        near
        and tokens.codes.find(tokens.paragraph, before.last, mention.first) < 0
        and all(word.istitle() and word.lower() in grammar.values["relation"] for word in opening)
    )


def _is_told_again(mention: Mention, tokens: Tokens, context: Context) -> bool:
    """Whether a clock time is the one before it by another clock: 9 p.m. (0100 GMT); the day told stays."""
    before = context.day
    if before is None or mention.make != "clock" or before.make != "clock" or before.last > mention.first:
        return False
    return tokens.slice(before.last, mention.first).strip() in _AGAIN


def _opens_when(before: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a clause with a date tells of the year before it: "in 2008, when prices peaked in July"."""
    return not grammar.lists["of_when"].isdisjoint(_said(tokens.words[before.last : before.last + 3])[:1])


def _joined(before: Mention, mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a clause joined to one with a date goes on: "resigned in March 2019 and was charged in June"; from a bare
    year only with the same subject; not what "which" says of a thing, nor what has gone on since.
    """
    places = [at for at in range(before.last, mention.first) if not tokens.words[at].isspace()]
    places = places[1:] if places and tokens.words[places[0]] == "," else places
    said = [tokens.words[at].lower() for at in places]
    joins = grammar.lists["joining"]
    pauses = (
        tokens.words[at + 1].isspace() and after not in joins for at, after in zip(places, said[1:], strict=False)
    )
    apart = any(word == "," and pause for word, pause in zip(said, pauses, strict=False))
    if joins.isdisjoint(said) or mention.relation == "since" or apart:
        return False
    if before.granularity == Granularity.YEAR and not (
        said[0] in joins and len(places) > 1 and grammar.tenses.get(tokens.codes[places[1]]) == "past"
    ):
        return False
    back = first_of_sentence(before.first, tokens, grammar)
    return grammar.lists["relative"].isdisjoint(_said(tokens.words[back : before.first]))


def _said(words: list[str]) -> list[str]:
    """Words in lower case without the blanks among them and a comma before them."""
    said = [word.lower() for word in words if not word.isspace()]
    return said[1:] if said[:1] == [","] else said


def forget(mention: Mention, tokens: Tokens, context: Context) -> None:
    """Let go of the day mentioned last where more than one paragraph has ended since."""
    if context.day is not None and mention.make in ("clock", "daypart"):
        since = tokens.codes.count(tokens.paragraph, context.day.last, mention.first)
        context.day = None if since > 1 else context.day


def _tell_on(mention: Mention, tokens: Tokens, grammar: Grammar, context: Context) -> None:
    """Take a story to a date of its own; dates in brackets and in passing ("which lasted until 1976") do not."""
    year, month = civil(mention.begin or 0)[:2]
    told = context.story
    if told is not None and _in_brackets(mention, tokens):
        return
    context.year_told = year
    bare = mention.granularity == Granularity.YEAR
    if bare and ((told is not None and told[0] == year) or mention.relation in grammar.lists["aside"]):
        return  # the month told stays
    if (
        told is not None
        and (bare or "year" in mention.fields)
        and _in_passing(mention, year - told[0], tokens, grammar)
    ):
        back = year < told[0] and _says_had(mention, tokens, grammar)
        if back or not (_opens_sentence(mention, tokens, grammar) or _new_paragraph(mention, tokens, context)):
            return
    context.previous = mention
    context.story = (year, month if mention.granularity in _FINE else 0)


def _in_brackets(mention: Mention, tokens: Tokens) -> bool:
    for place in range(mention.first - 1, max(-1, mention.first - _BRACKETS), -1):
        word = tokens.words[place]
        if word == "(":
            return True
        if word == ")" or "\n" in word:
            return False
    return False


def _opens_sentence(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a mention stands among the first words of its sentence."""
    words = tokens.words
    for place in range(mention.first - 1, max(-1, mention.first - _OPENING), -1):
        if "\n" in words[place] or (words[place] in ".!?" and ends_sentence(words, place, grammar)):
            return True
    return mention.first < _OPENING or _opens_clause(mention, words)


def _opens_clause(mention: Mention, words: list[str]) -> bool:
    """Whether a clause of its own begins with a mention: "; in 1824 the fleet came"."""
    said = [word for word in words[max(0, mention.first - 6) : mention.first] if not word.isspace()]
    after = "".join(words[mention.last : mention.last + 2])
    before = said[-2:-1] if said[-2:-1] != ["and"] else said[-3:-2]
    return before in ([";"], [","]) and after[:1].isspace() and after.strip().isalpha()


def _new_paragraph(mention: Mention, tokens: Tokens, context: Context) -> bool:
    """Whether the date before stands in an earlier paragraph."""
    if context.previous is None:
        return False
    start = max(context.previous.last, mention.first - _FAR)
    return tokens.codes.find(tokens.paragraph, start, mention.first) >= 0


def _opens_anew(mention: Mention, tokens: Tokens, context: Context) -> bool:
    """Whether no date of the story stands before a mention in its paragraph."""
    return context.previous is None or _new_paragraph(mention, tokens, context)


def _in_passing(mention: Mention, years: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a date, so many years on, may be told by the way: a bare year, one further back, what lasted until it."""
    if mention.granularity == Granularity.YEAR or years < 0:
        return True
    return years > 0 and not grammar.lists["up_to"].isdisjoint(_clause_before(mention, tokens))


def _says_had(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the clause of a date steps back: "In 1985 she had left"."""
    after = tokens.words[mention.last : mention.last + _CLAUSE]
    return not grammar.lists["had"].isdisjoint([*_clause_before(mention, tokens), *after])


def _clause_before(mention: Mention, tokens: Tokens) -> list[str]:
    """The words of the clause as far as the mention, in lower case."""
    words = tokens.words[max(0, mention.first - _CLAUSE) : mention.first]
    marks = (place for place, word in enumerate(words) if word in ".!?,;" or "\n" in word)
    return [word.lower() for word in words[max(marks, default=-1) + 1 :]]
