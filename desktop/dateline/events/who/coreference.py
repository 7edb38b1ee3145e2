"""Whom "he", "she" and "they" mean, only where one antecedent is certain: a wrong name is worse than none."""

from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.events.lexicon import any_of, words
from dateline.events.syntax.clauses import SUBJECTS, chain, child, children, subject
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.who.names import Name, Names, names_in, persons
from dateline.events.who.roles import (
    OBJECTS,
    acts,
    begins,
    clause_of,
    dies,
    given,
    is_main,
    rivals,
    says,
    told_again,
    told_before,
    within_deed,
)

GENDERS = {"he": "m", "him": "m", "she": "f", "mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m",
           "ms": "f", "mrs": "f", "miss": "f", "lady": "f", "dame": "f", "queen": "f", "princess": "f"}  # fmt: skip
"""What pronouns and forms of address tell of a person."""
FIRST = {"m": "masculine", "f": "feminine"}
"""The lists of first names that tell a gender."""
MENTIONS = (*SUBJECTS, "poss", "dobj", "dative")
"""Where in a clause a name of unknown kind may be a person's."""
MEANWHILE = ("when", "as", "after", "before", "while", "until", "since")
"""Words by which a clause tells what "it" did at the same time; "if" and "because" bring in other things."""
OPENING = 4
"""Paragraphs that may tell of whom an article is."""
BLOCKER = ""
"""Stands for a person who is not named, or may be one."""
UNNAMED = {"m": "\0m", "f": "\0f"}
"""Stand for persons without a name of whom a word says whether "he" or "she" may mean them."""


@dataclass(slots=True)
class Pronouns:
    """Follows who has been spoken of, sentence by sentence; ``meant`` tells whom the pronouns at hand mean."""

    meant: dict[int, str] = field(default_factory=dict)
    """The name for each resolved pronoun of the sentence at hand, by the pronoun's index."""
    genders: dict[str, str] = field(default_factory=dict)
    told: dict[int, list[str]] = field(default_factory=dict)
    """The persons of the sentence at hand by the index of their word: the blocker for one without a name."""
    spoken: list[str] = field(default_factory=list)
    """Who was spoken of in the sentence at hand, by name or pronoun."""
    alone: str = BLOCKER
    """The one person of the sentence before."""
    sole: str = BLOCKER
    """The same where the article has named nobody else so far."""
    _paragraph: int = -1
    _here: list[str] = field(default_factory=list)
    _last: list[str] = field(default_factory=list)
    _subject: str = BLOCKER
    _body: str = BLOCKER
    _speaker: str = BLOCKER
    _everybody: set[str] = field(default_factory=set)
    _late: str = BLOCKER
    """Whose death the article's first paragraphs tell: the others go on about them."""
    _named: str = BLOCKER
    """The one person of the last sentence, where it named them as its subject and they said nothing."""

    def hear(self, sentence: Sentence, names: Names, quoted: Callable[[Token], bool]) -> None:
        """Resolve the pronouns of the next sentence; its names are noted already. Those in quotations stay."""
        opens = sentence.paragraph != self._paragraph
        if opens:
            self._paragraph, self._here = sentence.paragraph, list(self._last)
        self.meant = {}
        self.alone = self._last[0] if len(set(self._last)) == 1 and self._last[0] not in UNNAMED.values() else BLOCKER
        self.sole = self.alone if self._everybody == {self.alone} else BLOCKER
        told = self.told = self._people(sentence, names, quoted)
        spoken: list[str] = []
        subject, speaker = self._subject, BLOCKER
        groups: list[Token] = []
        body = BLOCKER
        for token in sentence.tokens:
            if token.i not in told and token.tag != "NNS" and token.dep not in SUBJECTS:
                continue
            lower = token.text.lower()
            for who in told.get(token.i, ()):
                spoken.append(who)
                self._here.append(who)
                self._everybody |= {who} - {BLOCKER, *UNNAMED.values()}
                if token.dep in SUBJECTS or (token.dep == "appos" and token.head.dep in SUBJECTS):
                    subject = who
                    speaker = who if says(token) else speaker
            if token.tag == "NNS" and token.lemma in words("prominence", "groups"):
                groups.append(token)
            if quoted(token) or token.dep not in SUBJECTS:
                continue
            if above := self._governing(token, told, names):
                self.meant[token.i] = above
            elif lower in ("he", "she"):
                behind = {one for i in told if i > token.i for one in told[i]}
                who = self._somebody_meant(token, subject, spoken, behind, opens=opens)
                speaker = who if says(token) else speaker
                spoken.append(who)
            elif lower == "they":
                self._group(token, groups)
            elif lower == "it" and self._body and begins(token) and acts(token):
                self.meant[token.i] = body = self._body
        self._others(sentence, told, quoted)
        spoken += [self.meant[t.i] for t in sentence.tokens if t.text.lower() in ("him", "her") and self._is_name(t)]
        if opens and subject in spoken and not self._leaves_open(sentence, subject):
            self._here = list(spoken)  # a paragraph that begins with somebody's name goes on about nobody before it
        owned = sentence.tokens[0].head
        if self._body and sentence.tokens[0].text == "Its" and owned.dep in SUBJECTS and not quoted(owned):
            body = self._body
            self.meant[0] = f"{body}’s"
        said = self.meant.get(0, "") if sentence.tokens[0].text == "It" else ""
        self._body = body or said or _body(sentence, names, quoted)
        self._last, self._subject, self._speaker = spoken, subject, speaker
        self.spoken = spoken
        if sentence.paragraph < OPENING:
            self._late = self._late or next((one for i in told for one in told[i] if dies(sentence.tokens[i])), BLOCKER)
        main = any(subject in told.get(t.i, ()) and is_main(t) for t in sentence.tokens)
        self._named = subject if set(spoken) == {subject} and main and speaker == BLOCKER else BLOCKER

    def named(self, token: Token) -> bool:
        """Whether a word of the sentence at hand tells of a person by name, or of a man or a woman."""
        return self.told.get(token.i, [BLOCKER]) != [BLOCKER]

    def _others(self, sentence: Sentence, told: dict[int, list[str]], quoted: Callable[[Token], bool]) -> None:
        """Resolve "him" and "his": the one person told of beside the subject, who would be "himself"."""
        tokens, people = sentence.tokens, set(self._here)
        for token in tokens:
            gender = OBJECTS.get(token.text.lower())
            if gender is None or quoted(token):
                continue
            verb = clause_of(token)
            who = subject(verb)
            own = "" if who is None else self.meant.get(who.i) or next(iter(told.get(who.i, ())), "")
            owns = token.tag == "PRP$" and not given(token)
            within = {one for i in told if clause_of(sentence.tokens[i]) is verb for one in told[i]}
            if owns and (speaker := self._speaker_of(token, verb, told)) and self._fits(speaker, gender):
                self.meant[token.i] = f"{speaker}’s"
                continue
            if BLOCKER in people or (owns and self._fits(own, gender) and who is not None and own):
                continue
            fitting = [one for one in people - {own} if self._fits(one, gender)]
            fitting = fitting or list(filter(None, [self._only(gender, people)]))
            if len(fitting) == 1 and fitting[0] not in UNNAMED.values() and not (owns and fitting[0] in within):
                self.meant[token.i] = f"{fitting[0]}’s" if owns else fitting[0]

    def _speaker_of(self, token: Token, verb: Token, told: dict[int, list[str]]) -> str:
        """Who speaks of a relative of "his" or "hers" ("Aro said his wife had left"), where nobody stands between."""
        above = verb.head
        who = child(above, "nsubj")
        kin = token.head.lemma in words("mentions", "kin") and token.head.head is verb
        if verb.dep != "ccomp" or not kin or who is None or above.lemma not in words("verbs", "report"):
            return ""
        between = [i for i in told if who.i < i < token.i]
        name = self.meant.get(who.i) or next(iter(told.get(who.i, ())), BLOCKER)
        return "" if between or name in UNNAMED.values() or who.i > token.i else name

    def _rivals(self, pronoun: Token, subject: str, spoken: list[str], *, opens: bool) -> set[str]:
        """The persons whom "he" or "she" may mean; ``spoken`` are those of its sentence, which may open a paragraph."""
        if not spoken and self._named:
            return {self._named}  # the last sentence was about nobody else
        if opens and subject in spoken and " " in subject:
            return set(spoken)  # a paragraph that begins with somebody's full name goes on about them
        going_on = not spoken and self._subject == self._speaker and says(pronoun)
        return set(self._last if going_on else self._here)

    def _somebody_meant(self, pronoun: Token, subject: str, spoken: list[str], behind: set[str], *, opens: bool) -> str:
        """Whom "he" or "she" means, and what stands for somebody where that is not certain.

        ``behind`` are those told of later in the sentence: whom "she" married, she is not.
        """
        lower = pronoun.text.lower()
        gender = GENDERS[lower]
        people = self._rivals(pronoun, subject, spoken, opens=opens)
        other = subject in behind or (told_before(pronoun, gender) and not self._gender(subject))
        who = self._antecedent(lower, "" if other else subject, people)
        who = who or self._only(gender, behind | people | set(self._here))
        goes_on = opens and not spoken and begins(pronoun) and self._late not in behind
        if goes_on and self._late and self._fits(self._late, gender):
            who = self._late
        if who != BLOCKER:
            self.meant[pronoun.i] = who
            self.genders.setdefault(who, gender)
        else:
            who = self._somebody(gender)
            self._here.append(who)
        return who

    def _antecedent(self, pronoun: str, subject: str, people: set[str]) -> str:
        """The person who was last the subject, if nobody else of these people may be meant."""
        if BLOCKER in people or subject not in people or subject in UNNAMED.values():
            return BLOCKER
        fitting = [who for who in people if self._fits(who, GENDERS[pronoun])]
        return subject if fitting == [subject] else BLOCKER

    def _only(self, gender: str, people: set[str]) -> str:
        """The one person of a gender whom the article has named, where nobody spoken of just now may be meant."""
        if any(self._fits(who, gender) for who in people):
            return BLOCKER
        fitting = [who for who in self._everybody if self._fits(who, gender)]
        return fitting[0] if len(fitting) == 1 and self._gender(fitting[0]) else BLOCKER

    def _gender(self, who: str) -> str:
        """ "m" or "f" by what was said so far of somebody, or else by the first name; "" where neither tells."""
        first = who.partition(" ")[0].lower()
        by_name = next((key for key, list_ in FIRST.items() if first in words("names", list_)), "")
        return self.genders.get(who, by_name)

    def _fits(self, who: str, gender: str) -> bool:
        """Whether somebody may be of a gender."""
        return self._gender(who) in (gender, "")

    def _somebody(self, gender: str) -> str:
        """What stands for a person without a name of whom the gender is known."""
        self.genders[UNNAMED[gender]] = gender
        return UNNAMED[gender]

    def _is_name(self, token: Token) -> bool:
        return token.i in self.meant and not self.meant[token.i].endswith("’s")

    def _leaves_open(self, sentence: Sentence, subject: str) -> bool:
        """Whether a pronoun of a sentence may mean somebody told of before it, whom the next one may go on with."""
        return any(
            token.tag == "PRP"
            and (gender := GENDERS.get(token.text.lower()) or OBJECTS.get(token.text.lower())) is not None
            and token.i not in self.meant
            and self._fits(subject, gender)
            for token in sentence.tokens
        )

    def _governing(self, token: Token, told: dict[int, list[str]], names: Names) -> str:
        """The subject of the clause above, where a pronoun goes on with it: "Aro said he would go", "as it sank"."""
        verb = token.head
        above = verb.head
        content = verb.dep == "ccomp" and above.lemma in words("verbs", "report") and above.i < token.i
        beside = verb.dep == "advcl" and above.dep != "ccomp" and child(verb, "mark", "advmod") is not None
        if not (content or beside):
            return self._fronted(token, told)
        who = subject(above)
        if who is None or who.i >= token.i or child(who, "conj") is not None:
            return ""
        if who.tag == "PRP":
            return self.meant.get(who.i, "") if who.text.lower() == token.text.lower() else ""
        pronoun = token.text.lower()
        person = who.i in told
        others = [i for i in range(who.i + 1, token.i) if who not in chain(token.sentence[i])]
        if pronoun in ("he", "she"):
            name = next(iter(told.get(who.i, ())), BLOCKER)
            said = self._gender(name or who.lemma) or GENDERS[pronoun]
            unsure = bool(name) and not self._gender(name) and told_before(who, GENDERS[pronoun])
            told_to = child(above, "dobj", "dative")
            named = told_to is not None and told_to.tag == "NNP" and told_to.i < token.i
            if not person or named or who.tag == "NNS" or unsure or said != GENDERS[pronoun]:
                return ""
            if any(i in told for i in others):
                return ""
            return name if name not in ("", *UNNAMED.values()) else told_again(who)
        if pronoun == "they" and content and who.tag in ("NNS", "NNPS") and who.lemma in persons():
            return "" if any(token.sentence[i].tag in ("NNS", "NNPS") for i in others) else told_again(who)
        unknown = told.get(who.i) == [BLOCKER] and who.tag == "NNP" and acts(token)
        if (
            pronoun == "it"
            and (unknown or not person)
            and who.tag in ("NN", "NNP")
            and names.kind(who.text) != "person"
        ):
            mark = child(verb, "mark", "advmod")
            when = mark is not None and mark.lemma in MEANWHILE and child(verb, "ccomp") is None
            alone = content or (when and child(above, "dobj") is None)
            return told_again(who) if alone and who.lemma not in persons() else ""
        return ""

    def _fronted(self, token: Token, told: dict[int, list[str]]) -> str:
        """ "When a guard came in, he fell": the one person without a name of the clause before the main one."""
        before = [part for part in children(token.head, "advcl") if part.i < token.i and child(part, "mark", "advmod")]
        who = child(before[0], "nsubj", "nsubjpass") if len(before) == 1 else None
        gender = GENDERS.get(token.text.lower())
        if who is None or gender is None or [i for i in told if i < token.i] != [who.i]:
            return ""
        unnamed = told[who.i] in ([BLOCKER], [UNNAMED[gender]]) and who.tag == "NN"
        return told_again(who) if unnamed else ""

    def _unnamed(self, token: Token) -> str:
        """What stands for a person without a name."""
        for gender, list_ in (("f", "female"), ("m", "male")):
            if token.lemma in words("prominence", list_):
                return self._somebody(gender)
        return BLOCKER

    def _group(self, token: Token, groups: list[Token]) -> None:
        """ "They" in a clause after the only group named so far in the sentence ("the troops …, where they had …")."""
        tokens = token.sentence
        phrases = set()
        number = len(groups) + sum(rivals(other, groups) for other in tokens[: token.i])
        above = chain(token.head)
        groups = [group for group in groups if clause_of(group) in above]
        for group in groups:
            first = group.i
            while first and tokens[first - 1].dep in ("amod", "compound") and group in chain(tokens[first - 1]):
                first -= 1
            phrases.add(" ".join(part.text for part in tokens[first : group.i + 1]))
        if len(phrases) == 1 and len(groups) == number == 1:
            self.meant[token.i] = phrases.pop()

    def _people(self, sentence: Sentence, names: Names, quoted: Callable[[Token], bool]) -> dict[int, list[str]]:
        """The persons of a sentence by the index of their word: full names, or the blocker for one without a name."""
        tokens = sentence.tokens
        found: dict[int, list[str]] = {}
        named: set[int] = set()
        for name in names_in(sentence):
            named |= set(range(name.first, name.last + 1))
            if names.kind(name.text) == "person" or _described(name, tokens):
                who = names.full(name.text)
                found[name.last] = [who]
                for said in (name.first - 1, name.first):
                    before = tokens[max(0, said)].text.lower().rstrip(".")
                    if before in GENDERS:
                        self.genders[who] = GENDERS[before]
            elif _may_be_person(name, tokens, names):
                found[name.last] = [BLOCKER]
        for token in tokens:
            if token.i not in named and not quoted(token) and _person(token, named) and not within_deed(token):
                found[token.i] = [self._unnamed(token)]
        return found


def _body(sentence: Sentence, names: Names, quoted: Callable[[Token], bool]) -> str:
    """The organisation that is the one subject of a sentence's main verb, by name; "" where it has none."""
    root = next((token for token in sentence.tokens if token.dep == "ROOT"), None)
    told = child(root, "ccomp") if root is not None else None
    if root is not None and told is not None and told.i < root.i and root.lemma in words("verbs", "report"):
        root = told
    who = child(root, "nsubj", "nsubjpass") if root is not None else None
    if who is None or child(who, "conj") is not None or quoted(who):
        return BLOCKER
    beside = child(who, "appos")
    for name in names_in(sentence):
        if name.last in (who.i, beside.i if beside is not None else who.i) and names.kind(name.text) in (
            "organisation",
            "",
        ):
            before = sentence.tokens[name.first - 1] if name.first else None
            longer = before is not None and (before.tag == "POS" or before.dep == "cc")
            if longer:
                return told_again(who) or name.text  # "the Dockers' Federation"
            many = before is not None and before.lemma == "the" and name.first < name.last
            return f"the {name.text}" if many else name.text
    return BLOCKER


def _described(name: Name, tokens: list[Token]) -> bool:
    """Whether an apposition says that a name is somebody's ("Hugo Prast, the banker")."""
    said = child(tokens[name.last], "appos")
    return said is not None and said.tag == "NN" and said.lemma in words("names", "professions")


def _may_be_person(name: Name, tokens: list[Token], names: Names) -> bool:
    """Whether a name of unknown kind stands where a person would: alone, as the subject of a verb."""
    last = tokens[name.last]
    if last.dep not in MENTIONS or names.kind(name.text) in ("place", "group"):
        return False
    owner = last.dep == "poss" and last.head.entity == "PERSON"  # "Eastfield's Tom Hale"
    said = child(last, "det")
    return (
        said is None
        and not owner
        and not name.text.isupper()
        and (name.first == name.last or names.kind(name.text) == "")
    )


def _person(token: Token, named: set[int]) -> bool:
    """Whether a common noun is one person, and not a description of somebody named beside it."""
    if token.tag not in ("NN", "NNP"):
        return False
    lemma = token.lemma.lower()
    human = lemma in persons() or lemma in any_of(("prominence", "people"), ("prominence", "groups"))
    if not human and not lemma.endswith(("woman", "sman")):
        return False
    if token.dep in ("compound", "amod", "nmod", "attr", "oprd", "ccomp", "xcomp") or (
        token.dep == "appos" and token.head.i in named
    ):
        return False
    if any(part.dep == "appos" and part.head.i in named for part in chain(token)):
        return False  # "Aro, the head of the guard"
    if token.dep == "pobj" and token.head.lemma == "as":  # "elected her as president"
        return False
    return not any(part.dep == "appos" and part.i in named for part in token.children)
