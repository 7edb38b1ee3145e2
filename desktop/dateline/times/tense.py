"""Whether a clause looks back or ahead, from the nearest verb, and the word that ties an event to the time."""

from itertools import takewhile

from dateline.times import direction
from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.reading import phrase
from dateline.times.scan import Tokens

_LOOK = 80  # tokens to look through for a verb, each way
_NEAR = 4  # tokens, blanks counted, within which a past verb governs the time
_OPENS = 12  # the same for a verb after a time that opens the sentence
_PHRASES = (7, 5, 3, 1)  # tokens, blanks counted, of the phrases and words that tie
_RECORD = 12  # tokens to look back for a superlative
_ASKED = 16  # the same for who asked, before what was to be done
_GOVERNS = 8  # the same for a verb that looks ahead


def look_around(mention: Mention, tokens: Tokens, grammar: Grammar) -> None:
    """Find the relation, in the word before, and the tense, in the nearest verb of the sentence: left, then right."""
    words = tokens.words
    before = mention.first - 2
    if before > 1 and "mod" in mention.fields and words[before].lower() in grammar.values["early"]:
        before -= 2  # by late Monday
    said = ""
    if before >= 0 and words[before + 1].isspace():
        said, mention.relation = _relation(words, before, grammar)
    if mention.fields.get("mod") in ("BEFORE", "AFTER"):
        mention.relation = mention.fields["mod"].lower()  # post-1959
    mention.tense, mention.near = _tense(mention, tokens, grammar)
    if direction.is_due(mention, tokens, grammar) or (
        not mention.tense and direction.is_present(mention, tokens, grammar)
    ):
        mention.tense, mention.near = "future", True
    if _points_ahead(mention, said, before, tokens, grammar):
        mention.tense = "future"
    if mention.make == "duration" and mention.relation in grammar.lists["after_some_time"]:
        mention.fields["ahead"] = not _is_record(tokens, before, grammar)


def _relation(words: list[str], before: int, grammar: Grammar) -> tuple[str, str]:
    """The word or phrase that ends at a place and what it says of how things lie to the time ("no later than": by).

    Behind an article ("vor dem") the one before it counts first.
    """
    places = [before]
    if words[before].lower() in grammar.lists["articles"] and before > 1:
        places = [before - 2, before] if words[before - 1].isspace() or words[before - 1] in "'’" else places
    phrases: dict[str, str] = grammar.phrases.get("relation_phrase", {})
    for place in places:
        for length in _PHRASES:
            said = phrase(words[max(0, place - length + 1) : place + 1])
            relation: str = phrases.get(said, "") or grammar.values["relation"].get(said, "")
            if relation:
                return said, relation
    return "", ""


def _is_record(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether a superlative says that a length of time lies behind: "the largest loss in ten years"."""
    words = tokens.words[max(0, place - _RECORD) : place]
    return any(word in grammar.lists["record"] or word.endswith("est") for word in words)


def _points_ahead(mention: Mention, word: str, at: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the relation looks ahead: by Friday, until Friday; not "not until Friday", "up until Friday"."""
    if not word:
        return False
    words, codes = tokens.words, tokens.codes
    if word in grammar.lists["ahead"]:
        return mention.tense != "past"
    if word in grammar.lists["ahead_of_days"]:
        told = "past" in grammar.tenses.get(codes[mention.last + 1 : mention.last + 2], "")  # "for Friday was put off"
        return not told and bool(mention.fields.keys() & {"day", "weekday"})  # called for March 19
    if word not in grammar.lists["ahead_always"] or words[at][0].isupper():
        return False
    return not (at >= 2 and words[at - 2].lower() in grammar.lists["so_far"])


def _tense(mention: Mention, tokens: Tokens, grammar: Grammar) -> tuple[str, bool]:
    """The tense of the verb that governs the mention, and whether it stands beside it."""
    codes, tenses = tokens.codes, grammar.tenses
    attributive = _is_attributive(mention, tokens, grammar)
    deadline = attributive and not grammar.lists["deadlines"].isdisjoint(_after(mention, tokens))
    possessive = tokens.words[mention.last : mention.last + 1] in (["'"], ["’"])  # "Wednesday's ruling" has been made
    if not grammar.lists["deliveries"].isdisjoint(_after(mention, tokens)[:1]):
        return "future", True
    if tenses.get(codes[mention.last + 1 : mention.last + 2]) == "past":
        return "past", True
    for place in range(mention.first - 1, max(-1, mention.first - _LOOK), -1):
        tense = tenses.get(codes[place])
        if tense is None or tense == "pause":
            continue
        if tense == "stop":
            if ends_sentence(tokens.words, place, grammar):
                break
            continue
        if tense == "set":
            if deadline or _looks_ahead(tokens, place, grammar):
                tense = "future"  # set for, set a June 9 trial date
            elif tokens.words[place].lower() in grammar.lists["else_past"]:
                tense = "past"  # set aside
            else:
                continue
        elif tense == "could":
            if mention.relation not in grammar.lists["after_could"]:
                continue
            tense = "future"  # could start in June; not "could not be reached on Friday"
        elif tense == "past" and place > 1 and _is_moved(mention, tokens, place, grammar):
            tense = "future"
        elif tense == "past" and place > 1:
            tense = _of_participle(tokens, place, grammar)
        elif tense == "future" and _was_due(tokens, place, grammar):
            return "past", False
        near = mention.first - place <= (_GOVERNS if tense == "future" else _NEAR)
        return ("", False) if possessive and not near and _tells_which(mention, tense) else (tense, near)
    if possessive or deadline:
        return "", False
    opens = 0 if attributive else _OPENS
    for place in range(mention.last, min(len(codes), mention.last + _LOOK)):
        tense = tenses.get(codes[place])
        if tense == "stop":
            if ends_sentence(tokens.words, place, grammar):
                break
            continue
        if tense == "pause" and place > mention.last and not mention.fields.keys() & {"month"}:
            break
        if tense == "set" and _looks_ahead(tokens, place, grammar):
            return "future", True
        if tense == "set" and tokens.words[place].lower() in grammar.lists["else_past"]:
            return "past", place - mention.last <= opens
        if tense and tense not in ("pause", "set", "could"):
            return tense, place - mention.last <= opens
    return "", False


def _is_attributive(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the time tells which, so that the verb after it need not govern it: "a Jan. 14 deadline"."""
    before = {word.lower() for word in (*tokens.words[max(0, mention.first - 2) :][:1], tokens.words[mention.first])}
    if grammar.lists["determiners"].isdisjoint(before):
        return False
    return any(word.islower() for word in _after(mention, tokens)[:1])


def _tells_which(mention: Mention, tense: str) -> bool:
    """Whether a time with a possessive only says which ("this year's election"): it is not then cut by the tense."""
    return tense == "future" or mention.make == "unit"


def _after(mention: Mention, tokens: Tokens) -> list[str]:
    """The next three words, as far as only blanks stand between."""
    last = mention.last + (tokens.words[mention.last : mention.last + 1] == ["."])
    words = tokens.words[last : last + 6]
    pairs = takewhile(lambda pair: pair[0].isspace(), zip(words[::2], words[1::2], strict=False))
    return [word for _, word in pairs]


def _is_moved(mention: Mention, tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether a meeting was put off to the time: "was moved to April 22", "was brought forward to Friday"."""
    to = tokens.words[mention.first - 2 : mention.first - 1]
    moved = tokens.words[place].lower() in grammar.lists["moved"] and mention.first - place < _GOVERNS
    return moved and grammar.lists["moved_to"].issuperset(to)


def _of_participle(tokens: Tokens, place: int, grammar: Grammar) -> str:
    """The tense of what looks like a verb of the past: "to be held" is to come, "is heard" neither, else past.

    "Asked for it to be held" was said in the past of what came later: neither. "Will have" is to come.
    """
    before = tokens.words[place - 2]
    if grammar.tenses.get(tokens.codes[place - 2]) == "future":
        return "future"
    if before in grammar.lists["passive"]:
        if grammar.lists["could"].intersection(tokens.words[max(0, place - 6) : place - 2]):
            return "past"  # "could not be reached" has been tried
        above = (at for at in range(place - 4, max(1, place - _ASKED), -1) if tokens.codes[at] in grammar.tenses)
        asked = next((at for at in above if grammar.tenses[tokens.codes[at]] != "pause"), 0)
        told = (
            asked and grammar.tenses[tokens.codes[asked]] == "past" and _of_participle(tokens, asked, grammar) == "past"
        )
        return "" if told else "future"
    return "" if before in grammar.lists["present_passive"] else "past"


def _was_due(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether what was to come is told as over: "had been due to sail"."""
    words = tokens.words
    while place > 3 and words[place - 2] in grammar.lists["infinitive"]:
        place -= 4
    return place > 3 and words[place - 2] in grammar.lists["been"] and words[place - 4] in grammar.lists["had"]


def _looks_ahead(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether "set", "plans" and their like are followed by what makes them look ahead: "set for", "plans to"."""
    return place + 2 < len(tokens.words) and tokens.words[place + 2] in grammar.lists["after_set"]


def ends_sentence(words: list[str], place: int, grammar: Grammar) -> bool:
    """Whether a mark ends a sentence: not the points of "U.S.", "Mr.", "Aug. 2" and "Ala., ..."."""
    if words[place] != ".":
        return True
    after = words[place + 1 : place + 3]
    if after and (after[0].isalnum() or after[0] == ","):
        return False
    if len(after) == 2 and after[0].isspace() and (after[1].isdecimal() or after[1].islower()):
        return False
    before = words[place - 1] if place else ""
    return len(before) > 1 and before not in grammar.lists["titles"]
