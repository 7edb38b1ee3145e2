"""Which triggers become events: by what dates them, and by where they stand in their sentence."""

import pytest
from tests.events.made import time_at, tree, word

from dateline.events.find.triggers import Kind, Trigger
from dateline.events.selection import worth_telling
from dateline.events.syntax.labels import Dep
from dateline.events.when.anchoring import How, Link
from dateline.events.when.asides import Time

SENTENCE = """
    The     DT  det     mayor
    mayor   NN  nsubj   {verb}
    {verb}  {tag} {dep} said    {lemma}
    the     DT  {det}   strike
    strike  NN  dobj    {verb}
    on      IN  prep    {verb}
    Monday  NNP pobj    on      _ DATE
    said    VBD ROOT    said    say
"""


def told(
    at: str, kind: Kind, how: How, *, dep: str = "ccomp", verb: str = "ended", tag: str = "VBD", dated: bool = False,
    det: str = "det",
) -> bool:  # fmt: skip
    rows = SENTENCE.format(dep=dep, verb=verb, tag=tag, lemma=verb, det=det)
    tokens = tree(rows).tokens
    token, day = word(tokens, at), word(tokens, "Monday")
    time = Time(time_at(day), day, "") if dated else None
    return worth_telling(Trigger(token, kind, token), Link(how, time))


@pytest.mark.parametrize(
    ("how", "dep", "is_told"),
    [
        (How.ATTACHED, "xcomp", True),
        (How.REPORTED, "ccomp", True),
        (How.REPORTED, "xcomp", False),
        (How.DEEP, "acl", False),
        (How.PUBLICATION, "ccomp", True),
        (How.PUBLICATION, "pcomp", False),
        (How.CARRIED, "pcomp", True),
    ],
)
def test_a_verb_unless_its_clause_is_far_from_its_time(how: How, dep: str, is_told: bool) -> None:
    assert told("ended", Kind.VERB, how, dep=dep) is is_told


def test_without_a_time_a_relative_clause_tells_what_was_and_not_what_is() -> None:
    assert told("ended", Kind.VERB, How.PUBLICATION, dep="relcl")
    assert not told("ends", Kind.VERB, How.PUBLICATION, dep="relcl", verb="ends", tag="VBZ")


def test_a_state_is_told_where_it_holds_or_a_time_is_said_of_it() -> None:
    assert told("owns", Kind.STATE, How.NONE, verb="owns", tag="VBZ")
    assert not told("owned", Kind.STATE, How.NONE, verb="owned")
    assert told("owned", Kind.STATE, How.CARRIED, verb="owned", dated=True)
    assert not told("owned", Kind.STATE, How.CARRIED, verb="owned", dep="conj", dated=True)


@pytest.mark.parametrize(
    ("how", "dep", "is_told"),
    [
        (How.ATTACHED, "relcl", True),
        (How.INNER, "ccomp", True),
        (How.INNER, "relcl", False),
        (How.CARRIED, "ccomp", False),
    ],
)
def test_an_adjective_only_where_a_time_is_said_of_it(how: How, dep: str, is_told: bool) -> None:
    assert told("ended", Kind.ADJECTIVE, how, dep=dep) is is_told


NOUN = """
    A       DT  {det}    strike
    strike  NN  {dep}    {head}
    {glue}  {tag} punct  vote
    vote    NN  dobj     called
    called  VBD ROOT     called  call
"""


def noun(how: How, *, dep: Dep = "dobj", det: str = "det", glue: str = "old") -> bool:
    head = "vote" if dep == "compound" else "called"
    rows = NOUN.format(det=det, dep=dep, head=head, glue=glue, tag="HYPH" if glue == "-" else "JJ")
    token = word(tree(rows).tokens, "strike")
    return worth_telling(Trigger(token, Kind.NOUN, token), Link(how))


@pytest.mark.parametrize(
    ("how", "dep", "is_told"),
    [
        (How.ATTACHED, "compound", True),
        (How.CLAUSE, "compound", False),
        (How.CLAUSE, "dobj", True),
        (How.GOVERNING, "conj", False),
        (How.INNER, "dobj", True),
        (How.REPORTED, "nsubj", True),
        (How.REPORTED, "dobj", False),
        (How.SAME, "dobj", True),
        (How.EARLIER, "dobj", True),
        (How.EARLIER, "conj", False),
        (How.CARRIED, "dobj", False),
        (How.NONE, "dobj", False),
    ],
)
def test_a_noun_is_dated_nearby_or_told_before(how: How, dep: Dep, is_told: bool) -> None:
    assert noun(how, dep=dep) is is_told


def test_a_hyphen_makes_one_noun_of_two() -> None:
    assert noun(How.CLAUSE, dep="compound", glue="-")


def test_a_noun_of_the_day_of_the_news_is_one_that_the_reader_is_told_of() -> None:
    assert not noun(How.EARLIER, det="dep"), "a noun without an article is none in particular"
    assert noun(How.EARLIER, det="poss")
