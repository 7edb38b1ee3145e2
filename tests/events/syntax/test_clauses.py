"""What the tree of a sentence says about a clause."""

from collections.abc import Callable

import pytest
from tests.events.made import tree, word

from dateline.events.syntax import clauses
from dateline.events.syntax.clauses import Tense
from dateline.events.syntax.parser import Sentence, Token

Parse = Callable[[str], list[Sentence]]


def token(parse: Parse, text: str, at: str) -> Token:
    (sentence,) = parse(text)
    return word(sentence.tokens, at)


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("Divers found and raised two anchors.", "raised", "Divers"),
        ("The firm promised to cut prices.", "cut", "firm"),
        ("Founded in 1951, Pellwick closed.", "Founded", "Pellwick"),
        ("There was a fire in Hallin.", "was", "There"),
        ("Close the door.", "Close", None),
        ("The mill that burned is gone.", "burned", "that"),
    ],
)
def test_a_verb_has_the_subject_of_the_one_it_goes_on_with(
    parse: Parse, text: str, verb: str, found: str | None
) -> None:
    who = clauses.subject(token(parse, text, verb))
    assert (who.text if who is not None else None) == found


REDUCED = """
    Workers   NNS nsubj  dismissed
    dismissed VBD {dep}  returned   dismiss
    returned  VBD ROOT   returned   return
"""


def test_a_participle_that_looks_finite_is_one_where_its_subject_has_another_verb() -> None:
    reduced = tree(REDUCED.format(dep="ccomp")).tokens
    assert clauses.reduced(reduced[1])
    assert clauses.subject(reduced[2]) is reduced[0]
    assert not clauses.reduced(tree(REDUCED.format(dep="csubj")).tokens[1])


def test_the_name_beside_a_noun_says_more_where_the_noun_is_somebodys(parse: Parse) -> None:
    better = clauses.better_name(token(parse, "Its leader, Ane Moe, resigned.", "leader"))
    assert better is not None
    assert better.text == "Moe"
    assert clauses.better_name(token(parse, "The leader, Ane Moe, resigned.", "leader")) is None


@pytest.mark.parametrize(
    ("text", "verb", "helpers"),
    [
        ("The mill will be closed.", "closed", ["will", "be"]),
        ("The mayor has resigned and Aro took over.", "took", []),
        ("A suspect had not admitted any part or implicated anybody.", "implicated", ["had"]),
    ],
)
def test_auxiliaries_are_shared_with_a_verb_of_the_same_form(
    parse: Parse, text: str, verb: str, helpers: list[str]
) -> None:
    assert [each.text for each in clauses.auxiliaries(token(parse, text, verb))] == helpers


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("The mill closed.", "closed", Tense.PAST),
        ("The mill was closed.", "closed", Tense.PAST),
        ("The mill did not close.", "close", Tense.PAST),
        ("The mill had closed.", "closed", Tense.PLUPERFECT),
        ("The mill has closed.", "closed", Tense.PERFECT),
        ("The mill often closes early.", "closes", Tense.PRESENT),
        ("The mill is closing.", "closing", Tense.PRESENT),
        ("The mill will close.", "close", Tense.FUTURE),
        ("The mill is going to close.", "going", Tense.FUTURE),
        ("The mill may close.", "close", Tense.MODAL),
        ("The owner wants to close the mill.", "close", Tense.INFINITE),
    ],
)
def test_the_tense_of_a_clause_is_in_its_verb_forms(parse: Parse, text: str, verb: str, tense: Tense) -> None:
    assert clauses.tense(token(parse, text, verb)) is tense


JOINED = """
    mill   NN  nsubjpass sold
    was    VBD auxpass   sold
    {neg}  RB  {dep}     sold
    sold   VBN ROOT      sold   sell
    {cc}   CC  cc        sold
    closed {tag} conj    sold   close
"""


def test_a_joined_past_form_shares_an_auxiliary_only_where_or_joins_what_was_not_done() -> None:
    def shared(tag: str, neg: str = "later", dep: str = "advmod", cc: str = "and") -> list[str]:
        made = tree(JOINED.format(tag=tag, neg=neg, dep=dep, cc=cc))
        return [each.text for each in clauses.auxiliaries(word(made.tokens, "closed"))]

    assert shared("VBN") == ["was"]
    assert shared("VBD") == []
    assert shared("VBD", "not", "neg", "or") == ["was"]


def test_a_tense_is_looked_for_once(parse: Parse) -> None:
    verb = token(parse, "The mill closed.", "closed")
    verb.tense = Tense.FUTURE
    assert clauses.tense(verb) is Tense.FUTURE


def test_a_word_stands_under_the_nearest_verb_with_a_tense(parse: Parse) -> None:
    (sentence,) = parse("The strike began after owners had ordered the closing of the mill.")
    assert clauses.clause_tense(word(sentence.tokens, "mill")) is Tense.PLUPERFECT
    assert clauses.clause_tense(word(sentence.tokens, "strike")) is Tense.PAST


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("The mill began to burn.", "burn", Tense.PAST),
        ("The mill begins to burn.", "burn", Tense.INFINITE),
    ],
)
def test_an_infinitive_came_about_where_the_verb_above_is_past(parse: Parse, text: str, verb: str, told: Tense) -> None:
    assert clauses.told_tense(token(parse, text, verb)) is told


@pytest.mark.parametrize(
    ("text", "verb", "ought"),
    [
        ("The union demanded that the fine be dropped.", "dropped", True),
        ("The union said that the fine was dropped.", "dropped", False),
        ("The union knows that the mills close.", "close", False),
    ],
)
def test_what_ought_to_be_is_told_in_the_bare_form(parse: Parse, text: str, verb: str, ought: bool) -> None:
    assert clauses.mandative(token(parse, text, verb)) is ought


LEAVE = """
    asked VBD ROOT  asked ask
    that  IN  mark  leave
    he    PRP nsubj leave
    leave VB  {dep} asked
"""


def test_a_bare_form_behind_that_is_what_is_asked_for_and_nowhere_else() -> None:
    assert clauses.mandative(word(tree(LEAVE.format(dep="ccomp")).tokens, "leave"))
    assert not clauses.mandative(word(tree(LEAVE.format(dep="advcl")).tokens, "leave"))


def test_what_somebody_says_now_is_held(parse: Parse) -> None:
    assert clauses.held(token(parse, "Prosecutors say he gave her the drug.", "gave"))
    assert not clauses.held(token(parse, "Prosecutors said he gave her the drug.", "gave"))


def test_main_clauses_are_joined_or_said_and_others_hang_on_them(parse: Parse) -> None:
    (sentence,) = parse("The mill closed and the owner left because nobody bought cloth.")
    main = {each.text for each in sentence.tokens if each.tag == "VBD" and clauses.main_clause(each)}
    assert main == {"closed", "left"}


@pytest.mark.parametrize(
    ("text", "verb", "beside"),
    [
        ("Shares fell, losing a third of their value.", "losing", "fell"),
        ("Shares kept climbing.", "climbing", "kept"),
        ("Although the mill burned, nobody was hurt.", "burned", "hurt"),
        ("When the mill burned, nobody was hurt.", "burned", "burned"),
    ],
)
def test_what_goes_along_with_a_verb_in_time(parse: Parse, text: str, verb: str, beside: str) -> None:
    assert clauses.along(token(parse, text, verb)).text == beside


@pytest.mark.parametrize(
    ("text", "verb", "no"),
    [
        ("The mill did not close.", "close", True),
        ("Nobody was hurt.", "hurt", True),
        ("No mill closed.", "closed", True),
        ("The firm never closed a mill.", "closed", True),
        ("No 26 seed Evans won.", "won", False),
        ("The mill closed.", "closed", False),
    ],
)
def test_what_did_not_happen(parse: Parse, text: str, verb: str, no: bool) -> None:
    assert clauses.negated(token(parse, text, verb)) is no


TREE = """
    Rescuers NNS nsubj  found
    found    VBD ROOT   found     find
    a        DT  det    man
    man      NN  dobj   found
    who      WP  nsubj  fell
    fell     VBD relcl  man       fall
    on       IN  prep   fell
    Monday   NNP pobj   on        _ DATE
"""


def test_the_way_between_two_words_goes_over_the_word_where_they_meet() -> None:
    tokens = tree(TREE).tokens
    monday, rescuers = word(tokens, "Monday"), word(tokens, "Rescuers")
    rising, falling, meet = clauses.route(monday, rescuers)
    assert (rising, falling, meet.text) == (["pobj", "prep", "relcl", "dobj"], ["nsubj"], "found")
    assert [each.text for each in clauses.chain(monday)] == ["Monday", "on", "fell", "man", "found"]
    assert clauses.below(word(tokens, "fell")) == {4, 5, 6, 7}


def test_children_are_those_with_a_label_in_order_of_words() -> None:
    found = word(tree(TREE).tokens, "found")
    assert [each.text for each in clauses.children(found, "dobj", "nsubj")] == ["Rescuers", "man"]
    assert clauses.child(found, "dobj") is word(found.sentence, "man")
    assert clauses.child(found, "advcl") is None


def test_a_question_ends_as_one(parse: Parse) -> None:
    assert clauses.is_question(parse("Did the mill close?")[0])
    assert not clauses.is_question(parse("The mill closed.")[0])
