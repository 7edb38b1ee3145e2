"""What was still to come at the time of what is told: set for Friday, agreed to meet, moved to Monday, was due."""

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens

_GOVERNS = 8  # tokens, blanks counted, within which a verb governs a time


def names_day(mention: Mention, place: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a day is what was named: "set June 27 as the deadline", "fixed Friday for the vote"."""
    after = tokens.words[mention.last + 1 : mention.last + 2]
    named = tokens.words[place].lower() in grammar.lists["due_named"] and mention.first - place == 2
    return named and after in (["as"], ["for"])


def aims(mention: Mention, tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether a verb of the past tells what was still to be done then: "agreed to meet", "ordered him to appear"."""
    words = [word for word in tokens.words[place : min(place + 9, mention.first)] if not word.isspace()]
    if words[0].lower() not in grammar.lists["aims"]:
        return False
    infinitives = [at for at, word in enumerate(words) if word in grammar.lists["infinitive"]]
    return bool(infinitives) and words[infinitives[0] + 1 : infinitives[0] + 2] != ["be"]


def is_moved(mention: Mention, tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether a meeting was put off to the time: "was moved to April 22", "was brought forward to Friday"."""
    to = tokens.words[mention.first - 2 : mention.first - 1]
    moved = tokens.words[place].lower() in grammar.lists["moved"] and mention.first - place < _GOVERNS
    return moved and grammar.lists["moved_to"].issuperset(to)


def was_due(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether what was to come is told as over: "had been due to sail"."""
    words = tokens.words
    while place > 3 and words[place - 2] in grammar.lists["infinitive"]:
        place -= 4
    return place > 3 and words[place - 2] in grammar.lists["been"] and words[place - 4] in grammar.lists["had"]


def was_planned(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether what is to come was planned so at the time of what is told: "was due to open", "were scheduled for"."""
    before = tokens.words[max(0, place - 4) : place : 2]
    return tokens.words[place].lower() in grammar.lists["plans"] and not grammar.lists["were"].isdisjoint(before)


def looks_ahead(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether "set", "plans" and their like are followed by what makes them look ahead: "set for", "plans to"."""
    return place + 2 < len(tokens.words) and tokens.words[place + 2] in grammar.lists["after_set"]
