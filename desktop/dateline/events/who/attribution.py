"""Who says so: the source named or described, also across the sentences of a quotation."""

from dataclasses import dataclass, field

from dateline.events.find.certainty import Judgement
from dateline.events.lexicon import words
from dateline.events.syntax.clauses import SUBJECTS, below, child, subject
from dateline.events.syntax.parser import Sentence, Token
from dateline.events.who.names import Names, titles_before
from dateline.events.who.participants import named, phrase

OPEN, CLOSE = ("“", "``", "„", "«"), ("”", "''", "»")


FEW = 8
"""Words of a clause that may stand with a source."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in a sentence: the source of each verb of saying by its index, and the indices of quoted words."""

    speakers: dict[int, str] = field(default_factory=dict)
    quoted: frozenset[int] = frozenset()


@dataclass(slots=True)
class Speech:
    """The quotation that the text is in, and who spoke last."""

    speaker: str = ""
    inside: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    paragraph: int = -1

    def open(self, sentence: Sentence) -> None:
        """Take in which words of the next sentence are quoted."""
        spans = []
        begin = sentence.start if self.inside and sentence.start != sentence.paragraph_start else None
        for token in sentence.tokens:
            if token.text in OPEN or (token.text == '"' and begin is None):
                begin = token.start
            elif (token.text in CLOSE or token.text == '"') and begin is not None:
                spans.append((begin, token.end))
                begin = None
        self.inside = begin is not None
        if begin is not None:
            spans.append((begin, sentence.end))
        self.spans = tuple(spans)
        if sentence.paragraph != self.paragraph and not (self.spans and self.spans[0][0] == sentence.start):
            self.speaker = ""  # a new paragraph that does not go on with the quotation
        self.paragraph = sentence.paragraph

    def hear(self, sentence: Sentence, names: Names) -> None:
        """Take in who speaks in the sentence: the subject of its last verb of saying outside quotations."""
        for token in sentence.tokens:
            if token.lemma in words("verbs", "report") and token.tag.startswith("VB") and not self.quotes(token):
                own = token.dep in ("ROOT", "conj") or child(token, *SUBJECTS) is not None
                who = subject(token) if own and token.dep not in ("relcl", "acl") else None
                if who is not None and not self.quotes(who):
                    self.speaker = described(who, names) or self.speaker

    def quotes(self, token: Token) -> bool:
        """Whether the token stands between quotation marks."""
        return bool(self.spans) and any(begin <= token.start < end for begin, end in self.spans)

    def voices(self, sentence: Sentence, names: Names) -> Voices:
        """Who speaks in the sentence at hand; "he" and "she" only where they mean somebody named."""
        tokens = sentence.tokens
        speakers = {}
        for token in tokens:
            if token.lemma in words("verbs", "report") and (who := subject(token)) is not None:
                speaker = described(who, names)
                if speaker not in ("", "he", "she"):
                    speakers[token.i] = speaker
        quoted = [token.i for token in tokens if self.quotes(token)] if self.spans else []
        return Voices(speakers, frozenset(quoted))

    def source(self, token: Token, judged: Judgement, names: Names) -> tuple[str, bool]:
        """The source of what a token tells, "" where the article itself tells it; and whether it is a quotation."""
        if judged.source is not None and judged.source.text.lower() not in ("i", "we"):
            return described(judged.source, names), False
        return (self.speaker, True) if self.speaker and self.quotes(token) else ("", False)


def described(head: Token, names: Names) -> str:
    """A source in words: the full name of a person, else the words of the phrase."""
    tokens = head.sentence
    while head.dep == "pobj" and head.entity in ("DATE", "TIME") and head.head.head.tag.startswith("NN"):
        head = head.head.head  # "a paper from 2019, which had suggested"
    head = named(head)
    if head.i in names.meant:
        return names.meant[head.i]
    if head.text.lower() in ("he", "she"):
        return head.text.lower()
    if head.tag in ("PRP", "WP", "WDT", "DT", "EX") or head.entity in ("DATE", "TIME"):
        return ""
    if head.tag.startswith("NNP") and names.kind(head.text) == "person":
        run = [head]
        while run[0].i and tokens[run[0].i - 1].tag.startswith("NNP") and tokens[run[0].i - 1].head is head:
            run.insert(0, tokens[run[0].i - 1])
        parts = [token.text for token in run]
        return names.full(" ".join(parts[titles_before(tuple(parts)) :]))
    low, high = phrase(head, ("det", "amod", "nummod", "compound", "poss", "case", "nmod", "prep", "pobj"))
    said = child(head, "relcl")
    if said is not None and high == head.i and tokens[low].lemma in ("a", "an", "the") and low == head.i - 1:
        high = _end_of(said) if tokens[high + 1].tag == "WP" else high  # "a person who has seen them"
    text = tokens[low].text
    for before, after in zip(tokens[low:high], tokens[low + 1 : high + 1], strict=True):
        text += " " * min(1, after.start - before.end) + after.text
    first = tokens[low]
    plain = not first.tag.startswith("NNP") and (first.entity in ("", "CARDINAL") or first.dep == "det")
    return text[:1].lower() + text[1:] if plain else text


def _end_of(clause: Token) -> int:
    """The last word of a clause of a few words; else the word before the clause."""
    under = below(clause)
    first, last = min(under), max(under)
    return last if last - first < FEW else first - 1
