"""A sentence is hung on its main verb where the parser took another word for it.

The trees are written as the parser has given them, for another one may give better: what is to be mended must be there.
"""

import pytest
from tests.events.made import shape, tree, word

from dateline.events.syntax import roots

PROBE = """
    A       DT  det    probe
    probe   NN  nsubj  lost
    lost    VBD csubj  sent    lose
    in      IN  prep   lost
    May     NNP pobj   in      _ DATE
    has     VBZ aux    sent
    sent    VBN ROOT   sent    send
    a       DT  det    signal
    signal  NN  dobj   sent
"""


def test_what_was_lost_is_what_sent_the_signal() -> None:
    sentence = tree(PROBE)
    roots.settle(sentence)
    assert shape(sentence)["probe"] == ("nsubj", "sent")
    assert shape(sentence)["lost"] == ("acl", "probe")
    assert word(sentence.tokens, "lost").tag == "VBN"


def test_a_clause_that_is_the_subject_stays_one() -> None:
    sentence = tree(
        PROBE.replace("in      IN  prep", "its     PRP$ poss").replace(
            "May     NNP pobj   in", "way     NN dobj   lost"
        )
    )
    before = shape(sentence)
    roots.settle(sentence)
    assert shape(sentence) == before


FLOODED = """
    He      PRP nsubj  said
    said    VBD ROOT   said    say
    the     DT  det    mill
    mill    NN  nsubj  was
    was     VBD ccomp  said    be
    old     JJ  acomp  was
    and     CC  cc     said
    {helper} VBD aux   flooded have
    flooded VBN conj   said    flood
"""


def test_with_an_auxiliary_of_its_own_a_verb_goes_on_with_what_was_said() -> None:
    sentence = tree(FLOODED.format(helper="had"))
    roots.settle(sentence)
    assert (shape(sentence)["flooded"], shape(sentence)["and"]) == (("conj", "was"), ("cc", "was"))


def test_what_the_speaker_has_done_is_his() -> None:
    sentence = tree(FLOODED.format(helper="has"))
    roots.settle(sentence)
    assert shape(sentence)["flooded"] == ("conj", "said")


STRIKE = """
    Riders   NNS nsubj face
    face     VBP ROOT  face
    delays   NNS dobj  face
    as       IN  prep  face
    drivers  NNS pobj  as
    continue VBP conj  face
    a        DT  det   strike
    strike   NN  dobj  continue
"""


def test_who_stands_behind_as_does_what_follows() -> None:
    sentence = tree(STRIKE)
    roots.settle(sentence)
    found = shape(sentence)
    assert (found["drivers"], found["as"], found["continue"]) == (
        ("nsubj", "continue"),
        ("mark", "continue"),
        ("advcl", "face"),
    )


def test_with_and_between_the_verb_is_of_the_first_subject() -> None:
    sentence = tree(STRIKE.replace("continue VBP", "and CC cc face\n    continue VBP"))
    roots.settle(sentence)
    assert shape(sentence)["continue"] == ("conj", "face")


CHEMIST = """
    Holt    NNP ROOT   Holt
    ,       ,   punct  Holt
    a       DT  det    chemist
    chemist NN  appos  Holt
    and     CC  cc     chemist
    who     WP  nsubj  warned
    warned  VBD conj   chemist  warn
    of      IN  prep   warned
    it      PRP pobj   of
    ,       ,   punct  warned
    died    VBD conj   warned   die
"""


def test_a_noun_does_what_stands_behind_its_asides() -> None:
    sentence = tree(CHEMIST)
    roots.settle(sentence)
    assert shape(sentence)["died"] == ("ROOT", "died")
    assert shape(sentence)["Holt"] == ("nsubj", "died")


def test_a_heading_has_no_verb_to_hang_on() -> None:
    sentence = tree("Harvest NN compound fears\nfears NNS ROOT fears")
    roots.settle(sentence)
    assert shape(sentence)["fears"] == ("ROOT", "fears")


MOTION = """
    His     PRP$ poss     motion
    motion  NN  ROOT      motion
    to      TO  aux       delay
    delay   VB  acl       motion
    it      PRP dobj      delay
    until   IN  mark      lost
    April   NNP nsubjpass lost   _    {entity}
    was     VBD auxpass   lost   be
    lost    VBN advcl     delay  lose
    .       .   punct     motion
"""


def test_a_time_is_the_subject_of_nothing() -> None:
    sentence = tree(MOTION.format(entity="DATE"))
    roots.settle(sentence)
    found = shape(sentence)
    assert (found["lost"], found["motion"], found["April"]) == (
        ("ROOT", "lost"),
        ("nsubjpass", "lost"),
        ("pobj", "until"),
    )
    assert found["."] == ("punct", "lost") or found["."] == ("punct", "motion")


def test_a_woman_called_april_is_one() -> None:
    sentence = tree(MOTION.format(entity="PERSON"))
    roots.settle(sentence)
    assert shape(sentence)["motion"] == ("ROOT", "motion")


DAM = """
    The      DT  det    dam
    dam      NN  nsubj  finished
    ,        ,   punct  finished
    finished VBD ROOT   finished  finish
    in       IN  prep   finished
    2009     CD  pobj   in        _ DATE
    ,        ,   punct  finished
    held     VBD {dep}  finished  hold
"""


@pytest.mark.parametrize("dep", ["advcl", "conj", "ccomp"])
def test_the_verb_between_commas_is_said_of_the_noun(dep: str) -> None:
    sentence = tree(DAM.format(dep=dep))
    roots.settle(sentence)
    assert (shape(sentence)["held"], shape(sentence)["dam"]) == (("ROOT", "held"), ("nsubj", "held"))
    assert (shape(sentence)["finished"], word(sentence.tokens, "finished").tag) == (("acl", "dam"), "VBN")


def test_without_a_comma_before_it_the_first_verb_is_the_main_one() -> None:
    sentence = tree("\n".join(row for n, row in enumerate(DAM.format(dep="conj").strip().split("\n")) if n != 2))
    roots.settle(sentence)
    assert shape(sentence)["finished"] == ("ROOT", "finished")


def test_a_sentence_without_a_root_is_left() -> None:
    sentence = tree("Fire NN dep mill\nmill NN dep Fire")
    roots.settle(sentence)
    assert shape(sentence) == {"Fire": ("dep", "mill"), "mill": ("dep", "Fire")}
