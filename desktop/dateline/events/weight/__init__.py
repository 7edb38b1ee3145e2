"""Would a careful editor give it a line? From what the words show (`features`), by a small fitted model (`model`)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.core.message import together
from dateline.core.model import Article, Event
from dateline.core.moment import Interval
from dateline.events.syntax.clauses import chain
from dateline.events.syntax.parser import Sentence
from dateline.events.weight import model
from dateline.events.weight.explain import reason
from dateline.events.weight.features import HEADLINE, Draft, Marks, Place, Telling, measure, stems_of
from dateline.events.weight.repetition import overlap
from dateline.events.when.discourse import same


@dataclass(slots=True)
class Weigher:
    """Weighs the events of one article: hand it each sentence in order, then all its events."""

    article: Article
    published: Interval | None
    tellings: dict[int, Telling] = field(default_factory=dict)
    place: Place = field(default_factory=Place)
    lead: frozenset[str] = frozenset()

    def hear(self, drafts: Sequence[Draft], sentence: Sentence, quoted: Sequence[bool]) -> None:
        """Take in the events of the next sentence, with whether each is told in a quotation."""
        if self.place.sentence == 0:
            self.place.size = len(self.article.text)
            self.lead = stems_of(self.article.text[sentence.start : sentence.end])
        for draft, told in zip(drafts, quoted, strict=True):
            self._take(draft, measure(draft, drafts, sentence, self.place, self.published, told))
        self.place.sentence += 1

    def hear_headline(self, drafts: Sequence[Draft], sentence: Sentence, twins: Sequence[Telling | None]) -> None:
        """Take in the events of the headline, each with the event of the text that tells the same."""
        place = Place(HEADLINE, 0, len(self.article.text))
        for draft, twin in zip(drafts, twins, strict=True):
            telling = self._take(draft, measure(draft, drafts, sentence, place, self.published, quoted=False))
            if twin is not None:
                telling.twins.add(twin.event.id)
                twin.twins.add(draft.event.id)
                telling.shown["headline and text tell it"] = twin.shown["told again by the headline"] = 1

    def _take(self, draft: Draft, shown: Marks) -> Telling:
        token = draft.trigger.token
        above = frozenset(one.start for one in chain(token)[1:])
        telling = Telling(draft.event, shown, stems_of(draft.event.title), same(token.lemma), above)
        self.tellings[draft.event.id] = telling
        return telling

    def weigh(self, events: Sequence[Event]) -> list[Event]:
        """The events with their weights; after the last sentence."""
        headline = stems_of(self.article.title)
        for telling in self.tellings.values():
            telling.shown |= overlap(telling, headline, self.lead)
        weights = model.table()
        model.compare(list(self.tellings.values()), weights)
        weighed = []
        for event in events:
            telling = self.tellings[event.id]
            weight = model.chance(telling, weights)
            why = together([event.why, reason(telling, weight, weights)])
            weighed.append(replace(event, weight=weight, why=why))
        return weighed
