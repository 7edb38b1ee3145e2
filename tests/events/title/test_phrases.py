"""Which words of a phrase a title keeps."""

from collections.abc import Callable

import pytest
from tests.events.made import word

from dateline.core.model import Event
from dateline.events.syntax.parser import Sentence
from dateline.events.title import phrases
from dateline.events.title.phrases import Scope, quotations
from dateline.events.who.names import Names

One = Callable[..., Event]
Tell = Callable[..., list[Event]]
Parse = Callable[[str], list[Sentence]]


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        # What a verb says little without stays, though it costs other words.
        ("Leaders of nine northern states have accused the regime of Orm Vask of ordering attacks on unarmed crowds "
         "and hiding the dead on Monday.", "accused",
         "Leaders of nine northern states have accused the regime of Orm Vask of ordering attacks"),
        ("The former president, Orm Vask, on Monday condemned what Ida Roke described as the unavoidable invasion of "
         "Norland by its neighbours to get its hands on its oil.", "condemned",
         "The former president condemned what Ida Roke described as the unavoidable invasion by its neighbours"),
        ("The minister called again on Monday for Norland to open the border.", "called",
         "The minister called again for Norland to open the border"),
        ("Holt joined other mayors in calling on Monday for Aro to leave office.", "calling",
         "Holt called for Aro to leave office"),
        ("Aro tried on Monday to hide the fact he had sold the mill.", "tried",
         "Aro tried to hide the fact he had sold the mill"),
        # What only tells how near a time was goes with it.
        ("Aro died shortly before his concert in Durl had been due to start on Monday.", "died", "Aro died"),
        # A thing in apposition to its name is told by the name.
        ("Guards searched the wreck of the Sund Dancer, the ferry that sank on Monday.", "sank",
         "The Sund Dancer sank"),
        ("The real test will come on Monday, when Holt appears in court.", "come", "The real test will come"),
        # What a court ruled is told with it, as what somebody said is.
        ("The pilot accused of selling the plane will be allowed to fly as he awaits trial, a court ruled on Monday.",
         "ruled", "A court ruled: the pilot accused of selling the plane will be allowed to fly as he awaits trial"),
        # Happenings kill, places do not; and words of times in names stay.
        ("Holt wrote after the explosion at the Durl refinery in 2021, which killed nine workers.", "killed",
         "The explosion at the Durl refinery killed nine workers"),
        ("The concert at the Millennium Stadium was sold out on Monday.", "sold",
         "The concert at the Millennium Stadium was sold out"),
        ("Holt told Today's Petra Lindh on Monday he had not been there.", "told",
         "Holt told Petra Lindh he had not been there"),
        # What came of a happening is told with it.
        ("Talks in Durl on Monday came to nothing.", "Talks", "Talks in Durl came to nothing"),
    ],
)  # fmt: skip
def test_nothing_that_is_needed_is_missing(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


def test_second_object_behind_a_comma_is_left_out(one: One) -> None:
    text = "Norr said on Thursday it had agreed to buy Hell Tools for 1.34 billion euros, its largest purchase to date."
    assert one("agreed", text).title.endswith("to buy Hell Tools for 1.34 billion euros")


def scope(sentence: Sentence, head: str, skip: set[int] | None = None) -> Scope:
    at = word(sentence.tokens, head).i
    return Scope(sentence.tokens, skip or set(), Names(), at, at, quotations(sentence.tokens))


def told(sentence: Sentence, indices: list[int]) -> str:
    return " ".join(sentence.tokens[i].text for i in indices)


def test_a_phrase_without_its_asides_and_without_the_time(parse: Parse) -> None:
    (sentence,) = parse("The old mill, which burned twice, closed on Monday.")
    day = {word(sentence.tokens, "on").i, word(sentence.tokens, "Monday").i}
    made = phrases.phrase(word(sentence.tokens, "closed"), scope(sentence, "closed", day))
    assert told(sentence, made) == "The old mill closed"


def test_the_better_name_stands_for_its_noun(parse: Parse) -> None:
    (sentence,) = parse("Its leader, Ane Moe, resigned.")
    made = scope(sentence, "resigned")
    assert told(sentence, phrases.phrase(word(sentence.tokens, "resigned"), made)) == "Ane Moe resigned"
    assert made.promoted == {word(sentence.tokens, "Moe").i}


def test_a_name_that_a_pronoun_means_stands_for_all_of_its_phrase(parse: Parse) -> None:
    (sentence,) = parse("The old man left.")
    made = scope(sentence, "left")
    made.names.meant[word(sentence.tokens, "man").i] = "Jan Holt"
    assert told(sentence, phrases.phrase(word(sentence.tokens, "left"), made)) == "man left"


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Moe called it “a day to remember” again.", [(4, 7)]),
        ('Moe called it "a day," again.', [(4, 5)]),
        ("Moe called it “a day.", []),
        ("Moe called it a day.", []),
    ],
)
def test_quotations_are_kept_without_their_marks(parse: Parse, text: str, spans: list[tuple[int, int]]) -> None:
    assert list(quotations(parse(text)[0].tokens)) == spans


def test_what_lost_its_object_is_trimmed_and_so_are_marks_at_the_ends(parse: Parse) -> None:
    (sentence,) = parse("And the mill closed on Monday, though.")
    without = [token.i for token in sentence.tokens if token.text not in ("Monday", "though", ".")]
    assert told(sentence, phrases.trim(without, scope(sentence, "closed"))) == "the mill closed"


def test_hyphens_bring_back_the_rest_of_a_word(parse: Parse) -> None:
    (sentence,) = parse("The mayor was re-elected.")
    elected = word(sentence.tokens, "elected").i
    assert phrases.pairs_of_words(sentence.tokens, {elected}) == [(elected - 2, elected)]
    assert phrases.pairs_of_words(sentence.tokens, {0, 1}) == []


@pytest.mark.parametrize(
    ("text", "at", "needed"),
    [
        ("Critics accused the mayor of lying.", "of", True),
        ("Critics saw the mayor of Hallin.", "of", False),
        ("Of that they accused the mayor.", "Of", False),
    ],
)
def test_what_a_verb_says_little_without(parse: Parse, text: str, at: str, needed: bool) -> None:
    assert phrases.needed(word(parse(text)[0].tokens, at)) is needed


def test_an_apposition_names_whom_a_noun_means(parse: Parse) -> None:
    (sentence,) = parse("The coach, Pim Aro, left with Ane Moe, a baker.")
    tokens = sentence.tokens
    assert phrases.names_it(word(tokens, "Aro"), word(tokens, "coach"))
    assert not phrases.names_it(word(tokens, "baker"), word(tokens, "Moe"))
    assert phrases.commas(word(tokens, "Aro")) == {2, 5}


def test_a_comma_parts_an_afterthought(parse: Parse) -> None:
    (sentence,) = parse("The mill closed, after a strike.")
    after, closed = word(sentence.tokens, "after"), word(sentence.tokens, "closed")
    assert phrases.afterthought(after, closed)
    (sentence,) = parse("The mill closed after a strike.")
    after, closed = word(sentence.tokens, "after"), word(sentence.tokens, "closed")
    assert not phrases.afterthought(after, closed)


def test_what_is_wished_and_what_is_asked_belong_to_their_verbs(parse: Parse) -> None:
    (sentence,) = parse("Critics called for the mayor to resign.")
    resign, called = word(sentence.tokens, "resign"), word(sentence.tokens, "called")
    assert phrases.for_one_to(resign, called)
    assert not phrases.asked(resign, called)
    (sentence,) = parse("Moe asked when the smoke would stop.")
    stop, asked = word(sentence.tokens, "stop"), word(sentence.tokens, "asked")
    assert phrases.asked(stop, asked)
    assert not phrases.for_one_to(stop, asked)


def test_the_comma_that_ends_an_apposition_is_kept_where_words_follow(parse: Parse) -> None:
    (sentence,) = parse("The owner, Jan Holt, left.")
    assert told(sentence, phrases.closed([0, 1, 2, 3, 4], sentence.tokens)) == "The owner , Jan Holt ,"
    assert phrases.closed([0, 1], sentence.tokens) == [0, 1]
    assert phrases.closed([], sentence.tokens) == []
