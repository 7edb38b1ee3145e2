"""What a sentence or line opens with: the time itself, words that lead up to it, a clause, the date of an entry."""

from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.scan import Tokens
from dateline.times.sentences import ends_sentence

_PAIR = 2  # words: a day and what pairs it with another
_STAMPS, _MINUTES = 3, 60
_LOOK = 80  # tokens to look through for the beginning of a sentence
_MARKS = ("-", "–", "—", "--", ":")
_BULLETS = ("-", "–", "—", "--", "*", "•")


def heads_entry(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a date heads an entry of a chronology: "March 5 - Dockers walk out", "13 June: The dam bursts"."""
    behind = [word for word in tokens.words[mention.last : mention.last + 3] if word not in (" ", ".")]
    return behind[:1] != [] and behind[0] in _MARKS and _begins(mention.first, tokens, grammar)


def without_stamps(mentions: list[Mention], tokens: Tokens, grammar: Grammar, latest: int | None) -> list[Mention]:
    """Without the "years" that are the clock of a live page ("2056: He takes the floor"): several, one yet to come."""
    stamps = [each for each in mentions if each.fields.keys() == {"year"} and heads_entry(each, tokens, grammar)]
    clock = len(stamps) >= _STAMPS and all(each.fields["year"] % 100 < _MINUTES for each in stamps)
    if latest is None or not clock or max(each.fields["year"] for each in stamps) <= latest + 1:
        return mentions
    return [each for each in mentions if each not in stamps]


def _begins(first: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a line or a sentence begins at a token, bullets left out."""
    at = first - 1
    while at >= 0 and (tokens.words[at] in _BULLETS or tokens.words[at] == " "):
        at -= 1
    if at < 0 or "\n" in tokens.words[at]:
        return True
    return grammar.tenses.get(tokens.codes[at]) == "stop" and ends_sentence(tokens.words, at, grammar)


def first_of_sentence(place: int, tokens: Tokens, grammar: Grammar) -> int:
    """The first word of the sentence that a token stands in."""
    words = tokens.words
    at = place - 1
    while at > max(-1, place - _LOOK):
        if grammar.tenses.get(tokens.codes[at]) == "stop" and ends_sentence(words, at, grammar):
            break
        at -= 1
    at += 1
    while at < place and not words[at].isalpha():
        at += 1
    return at


def is_adverbial(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the sentence opens with the time, with a preposition or a word for early and late before it, with
    another day of a pair ("Thursday and Friday"), or with a participle ("Speaking on Friday, she said").
    """
    before = "".join(tokens.words[max(0, mention.first - 2) : mention.first][:1])
    if before.istitle() and before.lower() in grammar.values["relation"]:
        return True  # behind a dateline without a full stop: "LIMA On Tuesday, the court ruled"
    first = first_of_sentence(mention.first, tokens, grammar)
    words = [word.lower() for word in tokens.words[first : mention.first] if not word.isspace()]
    if not words or words[0] in grammar.lists["openings"]:
        return True
    pair = len(words) == _PAIR and words[1] in grammar.lists["pair"] and words[0] in grammar.values["weekday"]
    return pair or (words[0].endswith("ing") and _before_comma(mention.last, tokens, grammar))


def _before_comma(place: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a comma comes in the sentence behind a place ("Sentencing her on Friday to three years, the judge …")."""
    for at in range(place, min(len(tokens.words), place + _LOOK)):
        tense = grammar.tenses.get(tokens.codes[at])
        if tokens.words[at] == "," or tense in ("past", "future", "stop"):
            return tokens.words[at] == ","
    return False


def opens_subordinate(place: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the sentence that a token stands in opens with "after", "when" and their like."""
    first = first_of_sentence(place, tokens, grammar)
    return tokens.words[first].lower() in grammar.lists["subordinate"]


def behind_relative(place: int, tokens: Tokens, grammar: Grammar) -> int:
    """The comma that ends a relative clause which a comma opens, else the same comma: ", who will sing,"."""
    if grammar.lists["relative"].isdisjoint(tokens.words[place + 2 : place + 3]):
        return place
    for at in range(place + 1, min(len(tokens.codes), place + _LOOK)):
        tense = grammar.tenses.get(tokens.codes[at])
        if tense == "pause":
            return at
        if tense == "stop" and ends_sentence(tokens.words, at, grammar):
            break
    return place
