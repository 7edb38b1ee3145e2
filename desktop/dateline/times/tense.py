"""Whether a clause looks back or ahead, from the nearest verb, and the word that ties an event to the time."""

from itertools import takewhile

from dateline.times.direction import of_clause
from dateline.times.forms import is_adjective, is_kind, is_noun, is_present, tells_present
from dateline.times.frames import is_due
from dateline.times.grammar import Grammar
from dateline.times.mention import Mention
from dateline.times.openings import behind_relative, heads_entry, is_adverbial, opens_subordinate
from dateline.times.plans import (
    aims,
    hangs_on_infinitive,
    is_infinitive_of_past,
    is_moved,
    looks_ahead,
    names_day,
    of_participle,
    was_due,
    was_planned,
)
from dateline.times.reading import phrase
from dateline.times.scan import Tokens
from dateline.times.sentences import ends_sentence

_LOOK = 80  # tokens to look through for a verb, each way
_NEAR = 4  # tokens, blanks counted, within which a past verb governs the time
_OPENS = 12  # the same for a verb after a time that opens the sentence
_PHRASES = (7, 5, 3, 1)  # tokens, blanks counted, of the phrases and words that tie
_RECORD = 12  # tokens to look back for a superlative
_GOVERNS = 8  # the same for a verb that looks ahead
_CLAUSE = 4  # the same for the least of a clause
_NEGATED = 16  # the same to look back for a negation
_SAYING = 10  # tokens, blanks counted, of who said it


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
    read = of_clause if grammar.verbs.perfect else _tense
    mention.tense, mention.near = read(mention, tokens, grammar)
    if mention.tense == "planned":
        plain = bool(mention.fields.keys() & {"month", "season"}) and "day" not in mention.fields
        off = not grammar.lists["thwarted"].isdisjoint(_rest_of_sentence(mention.last, tokens, grammar))
        mention.tense = "present" if plain else "past" if off else "future"
    if mention.tense == "present":
        mention.tense = _of_present(mention, tokens, grammar)
    if mention.tense == "future" and "day" in mention.fields and _says_which(mention, tokens, grammar):
        mention.tense = "present"  # will rebuild what the March 5 fire burnt: the nearest one
    if is_due(mention, tokens, grammar):
        mention.tense, mention.near = "future", False
    if _points_ahead(mention, said, before, tokens, grammar):
        mention.tense = "future"
    if mention.make == "duration" and mention.relation in grammar.lists["after_some_time"]:
        mention.fields["ahead"] = not _is_record(tokens, before, grammar)


def _rest_of_sentence(place: int, tokens: Tokens, grammar: Grammar) -> list[str]:
    """The words of a sentence from a place on, in lower case."""
    words: list[str] = []
    for at in range(place, min(len(tokens.words), place + _LOOK)):
        if grammar.tenses.get(tokens.codes[at]) == "stop" and ends_sentence(tokens.words, at, grammar):
            break
        words.append(tokens.words[at].lower())
    return words


def _of_present(mention: Mention, tokens: Tokens, grammar: Grammar) -> str:
    """What a clause without a past says: a weekday is to come, of a month or its day the nearest is meant ("present"),
    and what heads an entry of a chronology may be told in the present however long ago it was.
    """
    f = mention.fields
    if "day" not in f and f.keys() & {"month", "season"} and "year" not in f:
        return "present"
    if not _is_to_come(mention, tokens, grammar) or heads_entry(mention, tokens, grammar):
        return ""
    return "present" if "month" in f else "future"


def _is_to_come(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a date that no verb of the past governs lies ahead: "meets Friday"; not "the attack of Friday"."""
    if not mention.fields.keys() & {"weekday", "day", "holiday", "either"} or mention.relation in _BEHIND:
        return False
    before = tokens.words[max(0, mention.first - 2) : mention.first][:1]
    return grammar.lists["of_which"].isdisjoint(before) or not grammar.lists["range_on"].isdisjoint(
        tokens.words[mention.last : mention.last + 4]
    )


_BEHIND = ("since", "after")
_AFTER = ("after", "following", "since")


def _relation(words: list[str], before: int, grammar: Grammar) -> tuple[str, str]:
    """The word or phrase that ends at a place and what it says of how things lie to the time ("no later than": by).

    Behind an article ("vor dem") the one before it counts first.
    """
    places = [before]
    if words[before].lower() in grammar.lists["articles"] and before > 1:
        places = [before - 2, before] if words[before - 1].isspace() or words[before - 1] in "'’" else places
    phrases: dict[str, str] = grammar.phrases.get("relation_phrase", {})
    for place in places:
        for length in _PHRASES if words[place].lower() in grammar.phrase_ends else _PHRASES[-1:]:
            said = phrase(words[max(0, place - length + 1) : place + 1])
            relation: str = phrases.get(said, "") or grammar.values["relation"].get(said, "")
            if relation:
                return said, relation
    return "", ""


def _is_record(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Whether a superlative says that a length of time lies behind: "the largest loss in ten years"."""
    first = max(0, place - _RECORD)
    ahead = (at for at in range(place, first, -1) if grammar.tenses.get(tokens.codes[at]) == "future")
    words = tokens.words[next(ahead, first) : place]  # not "a first draft is due in two weeks"
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
    if mention.tense == "past" and _is_negated(at, words, grammar):
        return False
    return not (at >= 2 and words[at - 2].lower() in grammar.lists["so_far"])


def _is_negated(at: int, words: list[str], grammar: Grammar) -> bool:
    """Whether the clause before a place says that something did not happen: "did not speak to me until Easter"."""
    before = takewhile(lambda word: word not in ".,;:", reversed(words[max(0, at - _NEGATED) : at]))
    return not grammar.lists["barely"].isdisjoint(map(str.lower, before))


def _tense(mention: Mention, tokens: Tokens, grammar: Grammar) -> tuple[str, bool]:
    """The tense of the verb that governs the mention, and whether it stands beside it."""
    codes, tenses = tokens.codes, grammar.tenses
    attributive = _is_attributive(mention, tokens, grammar)
    deadline = attributive and not grammar.lists["deadlines"].isdisjoint(_after(mention, tokens))
    possessive = tokens.words[mention.last : mention.last + 1] in (["'"], ["’"])  # "Wednesday's ruling" has been made
    if behind := _from_behind(mention, attributive, tokens, grammar):
        return behind
    subordinate: bool | None = None  # whether the sentence opens with "after", "when": looked up at its last comma
    opening = False  # whether the sentence has been looked through to its beginning
    for place in range(mention.first - 1, max(-1, mention.first - _LOOK), -1):
        tense = tenses.get(codes[place])
        if tense == "pause":
            subordinate = opens_subordinate(place, tokens, grammar) if subordinate is None else subordinate
            closes = tokens.words[mention.last : mention.last + 1] == [
                ","
            ]  # "After talks with X, who leads Y, on Friday, she"
            if subordinate and not closes and _is_main_clause(mention, place, tokens, grammar):
                return "present", False
            continue
        if tense is None:
            if tokens.words[place].isalpha() and (tense := _of_no_verb(place, tokens, grammar)):
                return tense, mention.first - place <= (_GOVERNS if tense == "future" else _NEAR)
            continue
        if tense == "stop":
            if ends_sentence(tokens.words, place, grammar):
                opening = True
                break
            continue
        tense = _of_verb(mention, place, tense, deadline, tokens, grammar)
        if tense == "none" or tokens.words[place] in grammar.lists["month_names"]:
            continue
        if tense == "over":
            return "past", False
        if tense == "report" and not possessive and tells_present(mention, place, tokens, grammar):
            return "present", False
        near = mention.first - place <= (_GOVERNS if tense == "future" else _NEAR)
        return ("", False) if possessive and not near and _tells_which(mention, tense) else (tense, near)
    if possessive or deadline:
        ahead = possessive and _will_be(mention, tokens, grammar)
        return ("future" if ahead else "present" if deadline and "month" in mention.fields else ""), False
    opening = opening or mention.first < _LOOK
    tense, near = _to_the_right(mention, attributive, opening, tokens, grammar)
    if tense == "present" and hangs_on_infinitive(mention.first, tokens, grammar):
        return "future", False
    told = tense != "present" or (opening and not attributive) or {"month", "day"} <= mention.fields.keys()
    return (tense, near) if told else ("", False)


def _from_behind(mention: Mention, attributive: bool, tokens: Tokens, grammar: Grammar) -> tuple[str, bool] | None:
    """What the words behind a mention say before any before it: "Friday opened", "that on Friday it will"."""
    if not grammar.lists["deliveries"].isdisjoint(_after(mention, tokens)[:1]):
        return "future", True
    if grammar.tenses.get(tokens.codes[mention.last + 1 : mention.last + 2]) == "past":
        return "past", True
    if not _opens_told(mention, tokens, grammar):
        return None
    behind = _to_the_right(mention, attributive, opening=True, tokens=tokens, grammar=grammar)
    return behind if behind[0] in ("past", "future") else None


def _of_no_verb(place: int, tokens: Tokens, grammar: Grammar) -> str:
    """What a word that no table knows as a verb says of the tense: "are to", "it opens", "after opening"."""
    word = tokens.words[place]
    if word.endswith("s"):
        ahead = not grammar.lists["infinitive"].isdisjoint(tokens.words[place + 2 : place + 3])  # wants to stand
        return ("future" if ahead else "present") if is_present(place, tokens, grammar) else ""
    if word.endswith("ing"):
        return "past" if place > 1 and tokens.words[place - 2].lower() in _AFTER else ""
    if word in grammar.lists["infinitive"] and place > 1:
        return "future" if tokens.words[place - 2] in grammar.lists["present_passive"] else ""  # are to stand trial
    return ""


def _says_which(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a day of a month only says which of its noun's kind is meant: "the March 5 fire"; not of a deadline."""
    if "month" not in mention.fields or not _is_attributive(mention, tokens, grammar):
        return False
    return grammar.lists["deadlines"].isdisjoint(_after(mention, tokens))


def _opens_told(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a time opens what is told with "that": "told the court that on 4 May he was asleep"."""
    words, at = tokens.words, mention.first - 4
    return at >= 0 and words[at].lower() == "that" and words[at + 2].lower() in grammar.values["relation"]


def _of_verb(mention: Mention, place: int, tense: str, deadline: bool, tokens: Tokens, grammar: Grammar) -> str:
    """What a verb before the mention says: a tense, "none" where it says nothing, "over" for what had been due."""
    word = tokens.words[place].lower()
    if tense in ("set", "future") and is_kind(place, tokens, grammar):
        return "none"
    if tense in ("set", "past") and names_day(mention, place, tokens, grammar):
        return "future"  # has set June 27 as the deadline
    if tense == "set":
        if deadline or looks_ahead(tokens, place, grammar):  # set for, set a June 9 trial date
            return "planned" if was_planned(tokens, place, grammar) else "future"
        return "past" if word in grammar.lists["else_past"] else "none"  # set aside
    if tense == "could":  # could start in June; not "could not be reached on Friday"
        if _is_over(place, tense, tokens, grammar):
            return "past"
        return "future" if mention.relation in grammar.lists["after_could"] else "none"
    if tense == "future":
        if word in grammar.lists["to_do"] and is_infinitive_of_past(place, tokens, grammar):
            return "none"  # made it hard to meet demand
        if was_due(tokens, place, grammar):
            return "over"
        return "planned" if was_planned(tokens, place, grammar) else tense
    if tense == "past" and place > 1:
        if tokens.words[place - 2] in grammar.lists["infinitive"]:  # plans to cut, which is no past there
            return "none" if is_infinitive_of_past(place, tokens, grammar) else "future"
        if is_adjective(place, tokens, grammar) or is_noun(place, tokens, grammar):
            return "none"
        if is_moved(mention, tokens, place, grammar) or aims(mention, tokens, place, grammar):
            return "future"
        read = of_participle(tokens, place, grammar)
        return "" if read == "present" and mention.first - place > _NEAR else read
    return tense


def _to_the_right(
    mention: Mention,
    attributive: bool,
    opening: bool,
    tokens: Tokens,
    grammar: Grammar,
) -> tuple[str, bool]:
    """The tense of the verb that follows in the sentence; behind a comma only where the time opens it."""
    codes, tenses = tokens.codes, grammar.tenses
    opens = 0 if attributive else _OPENS
    beyond = opening and is_adverbial(mention, tokens, grammar)
    past = 0  # the end of a relative clause that tells of another time
    for place in range(mention.last, min(len(codes), mention.last + _LOOK)):
        tense = tenses.get(codes[place]) if place >= past else None
        if tense == "stop":
            if ends_sentence(tokens.words, place, grammar):
                break
            continue
        if tense == "pause" and not (
            beyond or (mention.fields.keys() & {"month"} and not _is_said(place, tokens, grammar))
        ):
            break
        if tense == "pause" and "".join(tokens.words[place + 1 : place + 2]) in _CLOSING:
            break
        if tense == "pause":
            past = behind_relative(place, tokens, grammar)
        if tense == "set" and looks_ahead(tokens, place, grammar):
            return "future", True
        if tense == "set" and tokens.words[place].lower() in grammar.lists["else_past"]:
            return "past", place - mention.last <= opens
        if tense and _is_over(place, tense, tokens, grammar):
            return "past", place - mention.last <= opens
        if tense and tense not in ("pause", "set", "could"):
            return tense, place - mention.last <= opens
    return "present", False


def _is_over(place: int, tense: str, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether what follows makes a past of what could or would be: "could hardly walk", "would have won"."""
    after = [word.lower() for word in tokens.words[place + 2 : place + 3]]
    hardly = tense == "could" and not grammar.lists["barely"].isdisjoint(after)
    return hardly or (tense in ("could", "future") and not grammar.lists["have"].isdisjoint(after))


_CLOSING = ('"', "”", "’", "'", "»", "“")


def _will_be(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the first verb behind says what will be: "Friday's vote will"; not "would"."""
    behind = range(mention.last, min(len(tokens.words), mention.last + _LOOK))
    verb = next((at for at in behind if tokens.codes[at] in grammar.tenses), None)
    return verb is not None and tokens.words[verb] in grammar.lists["sure_future"]


def _is_said(pause: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether nothing follows a comma but who said it: ", officials said."."""
    for at in range(pause + 1, min(len(tokens.words), pause + _SAYING)):
        tense = grammar.tenses.get(tokens.codes[at])
        if tense is not None:
            return tense == "report"
    return False


def _is_main_clause(mention: Mention, pause: int, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a comma parts a clause of the past from a main clause without: "After it failed, they meet"."""
    if mention.first - pause < _CLAUSE:
        return False
    return _to_the_right(mention, attributive=False, opening=False, tokens=tokens, grammar=grammar)[0] == "present"


def _is_attributive(mention: Mention, tokens: Tokens, grammar: Grammar) -> bool:
    """Whether the time tells which, so that the verb after it need not govern it: "a Jan. 14 deadline"."""
    words, first = tokens.words, mention.first
    before = {word.lower() for word in (words[max(0, first - 2)], words[first])}
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
