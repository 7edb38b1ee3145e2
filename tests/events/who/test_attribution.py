"""Who says so: the source named or described, also across the sentences of a quotation."""

from collections.abc import Callable

import pytest
from tests.events.made import word

from dateline.core.model import Certainty
from dateline.events.find.certainty import Judgement
from dateline.events.syntax.parser import Sentence
from dateline.events.who.attribution import Speech, described
from dateline.events.who.names import Names

Parse = Callable[[str], list[Sentence]]


def heard(sentences: list[Sentence]) -> tuple[Speech, Names]:
    """The speech and the names after all sentences but the last, which is opened and not heard."""
    speech, names = Speech(), Names()
    for sentence in sentences:
        names.note(sentence)
        speech.open(sentence)
        if sentence is not sentences[-1]:
            speech.hear(sentence, names)
    return speech, names


@pytest.mark.parametrize(
    ("text", "at", "source"),
    [
        ("The ministry of transport said so.", "ministry", "the ministry of transport"),
        ("Transport Minister Olena Ruiz said so.", "Ruiz", "Olena Ruiz"),
        ("Two officials said so.", "officials", "two officials"),
        ("According to a person who has seen them, the mill burned.", "person", "a person who has seen them"),
        ("Norland's police said so.", "police", "Norland's police"),
        ("He said so.", "He", "he"),
        ("It said so.", "It", ""),
        ("They said so.", "They", ""),
    ],
)
def test_a_source_in_words(parse: Parse, text: str, at: str, source: str) -> None:
    (sentence,) = parse(text)
    names = Names()
    names.note(sentence)
    assert described(word(sentence.tokens, at), names) == source


def test_a_person_is_told_by_the_fullest_name_of_the_article(parse: Parse) -> None:
    sentences = parse("Olena Ruiz resigned, the mayor said. Ms Ruiz said so.")
    _, names = heard(sentences)
    assert described(word(sentences[1].tokens, "Ruiz"), names) == "Olena Ruiz"


def test_a_pronoun_that_means_somebody_is_that_one(parse: Parse) -> None:
    (sentence,) = parse("She said so.")
    names = Names(meant={0: "Olena Ruiz"})
    assert described(sentence.tokens[0], names) == "Olena Ruiz"


def test_a_quotation_goes_on_over_the_end_of_a_sentence(parse: Parse) -> None:
    first, second, third = parse("“We saw smoke. The roof fell,” Ane Moe said. The mill burned.")
    speech = Speech()
    found = []
    for sentence, at in ((first, "smoke"), (second, "roof"), (second, "Moe"), (third, "mill")):
        if at != "Moe":
            speech.open(sentence)
        found.append((speech.quotes(word(sentence.tokens, at)), speech.inside))
    assert found == [(True, True), (True, False), (False, False), (False, False)]


def test_what_is_quoted_next_is_of_who_spoke_last(parse: Parse) -> None:
    sentences = parse("“We saw smoke,” Ane Moe said. “The roof fell.”")
    speech, names = heard(sentences)
    fell = word(sentences[1].tokens, "fell")
    assert speech.source(fell, Judgement(Certainty.REPORTED), names) == ("Ane Moe", True)


def test_a_new_paragraph_that_does_not_go_on_has_no_speaker(parse: Parse) -> None:
    sentences = parse("“We saw smoke,” Ane Moe said.\nDivers left. “The roof fell.”")
    speech, names = heard(sentences)
    assert speech.source(word(sentences[-1].tokens, "fell"), Judgement(Certainty.REPORTED), names) == ("", False)


def test_what_the_article_tells_itself_has_no_source(parse: Parse) -> None:
    sentences = parse("Ane Moe said so. The roof fell.")
    speech, names = heard(sentences)
    assert speech.source(word(sentences[1].tokens, "fell"), Judgement(Certainty.REPORTED), names) == ("", False)


def test_a_source_in_the_sentence_goes_before_the_speaker_but_for_i_and_we(parse: Parse) -> None:
    sentences = parse("“We saw smoke,” Ane Moe said. “We think the police lied.”")
    speech, names = heard(sentences)
    lied = word(sentences[1].tokens, "lied")
    for at, source in (("police", ("the police", False)), ("We", ("Ane Moe", True))):
        judged = Judgement(Certainty.CLAIMED, source=word(sentences[1].tokens, at))
        assert speech.source(lied, judged, names) == source


def test_voices_are_those_with_a_name_and_the_words_quoted(parse: Parse) -> None:
    (sentence,) = parse("Ane Moe said “the roof fell” and he denied it.")
    speech, names = heard([sentence])
    voices = speech.voices(sentence, names)
    assert voices.speakers == {word(sentence.tokens, "said").i: "Ane Moe"}
    assert {sentence.tokens[i].text for i in voices.quoted} >= {"the", "roof", "fell"}
    assert word(sentence.tokens, "denied").i not in voices.quoted
