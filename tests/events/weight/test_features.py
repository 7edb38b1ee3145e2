"""What the words show of an event: each feature where it is there, and not where it only seems to be."""

import ast
from pathlib import Path

import pytest
from tests.events.made import time_at, tree, word

from dateline.core.model import Certainty, Event, Participant, TimeExpression
from dateline.core.moment import DAY, Granularity, Interval, moment
from dateline.events.find.triggers import Kind, Trigger, clause_of, is_verb
from dateline.events.syntax.parser import Sentence
from dateline.events.syntax.tense import Tense
from dateline.events.weight import features, model
from dateline.events.weight.features import HEADLINE, WAYS, Draft, Marks, Place, measure, reads_alone, stems_of
from dateline.events.when.anchoring import How, Link
from dateline.events.when.asides import Time

MONDAY = moment(2031, 5, 12)
PUBLISHED = Interval(MONDAY + 2 * DAY, MONDAY + 3 * DAY)


@pytest.mark.parametrize(
    ("title", "reads"),
    [
        ("Two civilians killed in Norsted", True),
        ("25 others wounded", True),
        ("The report", False),
        ("It had been postponed", False),
        ("Which raised its offer again", False),
        ("Others doubt it strongly", False),
        ("The mayor told of the", False),
        ("", False),
        ("“ 1850 expected", False),
    ],
)
def test_titles_that_need_the_text(title: str, reads: bool) -> None:
    assert reads_alone(title) is reads


def test_stems_are_of_words_that_mean_something() -> None:
    assert stems_of("The mills’ owners rejected “strikes”.") == stems_of("owner rejects a strike at mill")
    assert stems_of("of the and") == frozenset()


SENTENCE = """
    The     DT  det      council
    council NN  nsubj    closed
    closed  VBD ROOT     closed  close
    the     DT  det      mill
    mill    NN  dobj     closed
    after   IN  prep     closed
    a       DT  det      strike
    strike  NN  pobj     after
    on      IN  prep     closed
    Monday  NNP pobj     on      _ DATE
"""


def draft(
    sentence: Sentence, at: str, *, how: How = How.CLAUSE, title: str = "Council closed a mill",
    days: tuple[int | None, int | None] = (0, 1), certainty: Certainty = Certainty.REPORTED, whole: bool = True,
    people: tuple[Participant, ...] = (), time: TimeExpression | None = None,
) -> Draft:  # fmt: skip
    token = word(sentence.tokens, at)
    first, last = (None if day is None else MONDAY + day * DAY for day in days)
    event = Event(
        id=1, article=1, title=title, text=at, start=token.start, earliest=first, latest=last, certainty=certainty,
        participants=people, granularity=Granularity.DAY,
    )  # fmt: skip
    day = next((each for each in sentence.tokens if each.entity == "DATE"), None)
    trigger = Trigger(token, Kind.VERB if is_verb(token) else Kind.NOUN, clause_of(token))
    found = (
        Time(time or time_at(day, MONDAY, MONDAY + DAY), day, "") if day is not None and how is not How.NONE else None
    )
    return Draft(trigger, Link(how, found), event, whole)


def marks(rows: str, at: str, *others: str, place: Place | None = None, quoted: bool = False, **how: object) -> Marks:
    sentence = tree(rows)
    day = next((time_at(token, MONDAY, MONDAY + DAY) for token in sentence.tokens if token.entity == "DATE"), None)
    one = draft(sentence, at, time=day, **how)  # type: ignore[arg-type]
    return measure(
        one,
        [one, *(draft(sentence, other, time=day) for other in others)],
        sentence,
        place or Place(sentence=9),
        PUBLISHED,
        quoted,
    )


@pytest.mark.parametrize("how", [how for how in How if how is not How.NONE])
def test_every_way_to_a_time_is_a_feature(how: How) -> None:
    assert WAYS[how] in marks(SENTENCE, "closed", how=how)


@pytest.mark.parametrize(
    ("days", "feature"),
    [
        ((0, 1), "days of the news"),
        ((-30, -29), "weeks ago"),
        ((-500, -499), "years ago"),
        ((20, 21), "to come"),
        ((None, 1), "open time"),
    ],
)
def test_how_far_from_publication(days: tuple[int | None, int], feature: str) -> None:
    told = {"days of the news", "weeks ago", "years ago", "to come", "open time"}
    assert told & marks(SENTENCE, "closed", days=days).keys() == {feature}


def test_what_a_verb_shows() -> None:
    found = marks(SENTENCE, "closed")
    assert {"told by a verb", "past tense", "has an object", "happened at its own time", "main clause"} <= found.keys()
    assert not {"told by a noun", "did not happen", "verb of saying", "under another"} & found.keys()


def test_what_a_noun_under_a_verb_shows() -> None:
    found = marks(SENTENCE, "strike", "closed")
    assert {"told by a noun", "told as a time", "under another", "noun under its verb"} <= found.keys()
    assert {"noun with its own time", "shares the time of what it is under"} <= found.keys()
    assert "past tense" not in found


SAID = """
    Police  NNS nsubj  said
    said    VBD ROOT   said   say
    Aro     NNP nsubj  left   _ PERSON
    had     VBD aux    left   have
    not     RB  neg    left
    left    VBN ccomp  said   leave
"""


def test_a_saying_and_what_it_tells() -> None:
    saying = marks(SAID, "said", "left", how=How.NONE)
    assert {"verb of saying", "tells another", "saying that tells another"} <= saying.keys()
    content = marks(SAID, "left", "said", how=How.NONE)
    assert {
        "said by somebody",
        "content clause",
        "did not happen",
        "subject named",
        "pluperfect tense",
    } <= content.keys()
    assert "saying of no event" in marks(SAID, "said", how=How.NONE)


@pytest.mark.parametrize(
    ("who", "tag", "feature"),
    [
        ("he", "PRP", "he, she or they"),
        ("it", "PRP", "it or this"),
        ("we", "PRP", "I, we or you"),
        ("strike", "NN", "subject is a happening"),
        ("Aro", "NNP", "subject named"),
        ("owners", "NNS", "subject general"),
    ],
)
def test_who_it_was(who: str, tag: str, feature: str) -> None:
    rows = f"{who} {tag} nsubj ended\nended VBD ROOT ended end"
    assert feature in marks(rows, "ended", how=How.NONE)
    assert "no subject" not in marks(rows, "ended", how=How.NONE)


def test_nobody_at_all() -> None:
    found = marks("Ended VBD ROOT Ended end", "Ended", how=How.NONE, title="Ended a strike at once")
    assert {"no subject", "title says too little"} <= found.keys()


@pytest.mark.parametrize(
    ("title", "feature"),
    [
        ("Council closed “the worst mill of all” in town", "title quotes"),
        ("Mayor: the mill was closed", "title says who says it"),
        ("Council closed 9 mills", "numbers"),
        ("It was closed by the council again", "title begins with a pronoun"),
        ("Council closed it for a year", "title holds a pronoun"),
        ("Council closed our mill for good", "title speaks"),
        ("Council closed the mill that stood by the…", "title cut"),
        ("Mill closed", "title short"),
        ("x" * 101, "title long"),
    ],
)
def test_what_the_title_shows(title: str, feature: str) -> None:
    assert feature in marks(SENTENCE, "closed", title=title)
    assert feature not in marks(SENTENCE, "closed", title="Council of Norsted closed the mill")


def test_where_it_stands_in_the_article() -> None:
    assert "headline" in marks(SENTENCE, "closed", place=Place(sentence=HEADLINE))
    lead = marks(SENTENCE, "closed", place=Place(sentence=0, size=100), how=How.PUBLICATION)
    assert {"lead", "lead without a time", "opens its paragraph"} <= lead.keys()
    assert lead["late in the article"] == 0.12
    later = marks(SENTENCE, "closed", place=Place(sentence=3, size=16_000))
    assert later["near the lead"] == later["long article"] == 1
    assert "lead" not in later


def test_who_is_named() -> None:
    ola = Participant(text="Ola Ruud", start=0, end=8, role="patient", kind="person", name="Ola Ruud")
    town = Participant(text="Norsted", start=0, end=7, role="place", kind="place", name="Norsted")
    assert {"names somebody", "names two", "names a place", "done to somebody"} <= marks(
        SENTENCE, "closed", people=(ola, town)
    ).keys()
    assert "names two" not in marks(SENTENCE, "closed", people=(ola,))


def test_a_quotation_a_question_and_a_lost_subject_are_marked() -> None:
    asked = SENTENCE + "    ? . punct closed"
    assert {"quoted", "asked", "lost its subject"} <= marks(asked, "closed", quoted=True, whole=False).keys()
    assert not {"quoted", "asked", "lost its subject"} & marks(SENTENCE, "closed").keys()


def test_every_weight_is_of_a_feature_that_can_be_shown() -> None:
    """A weight under a name that no feature has would count for nothing, without a word."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in Path(features.__file__).parent.glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    named = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    named |= {f"{tense.value} tense" for tense in Tense} | {certainty.value for certainty in Certainty}
    named |= {f"told by a {kind.value}" for kind in Kind}
    assert {name for part in model.table().values() for name in part} - named == set()
