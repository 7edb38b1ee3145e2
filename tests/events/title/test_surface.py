"""In which words a title is written, and how it is made short."""

from collections.abc import Callable

import pytest
from tests.events.made import word

from dateline.core.model import Event
from dateline.events.syntax.parser import Sentence
from dateline.events.title import surface
from dateline.events.title.phrases import Scope, quotations
from dateline.events.title.surface import LONGEST, WHOLE
from dateline.events.who.names import Names

One = Callable[..., Event]
Tell = Callable[..., list[Event]]
Parse = Callable[[str], list[Sentence]]


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        # Long titles lose what says least: of the subject where that is most of them, never what is planned.
        ("The number of people known to have fallen ill from the water of the old well behind the chapel of Orr rose "
         "to 914 on Monday.",
         "rose", "The number of people known to have fallen ill from the water of the old well rose to 914"),
        ("The ministry of transport announced on Monday plans to build a second bridge for the trams of the old town "
         "beside the present one.", "announced",
         "The ministry of transport announced plans to build a second bridge for the trams of the old town"),
        # What an object is of and what is said stay; asides, manners and places go first.
        ("The Long Ridge Deep Survey Radio Observatory of the northern university in the hills of Orrin has just "
         "passed a series of technical and performance tests.", "passed",
         "The Long Ridge Deep Survey Radio Observatory has just passed a series of technical and performance tests"),
        ("The minister of defence told reporters on Monday that parachute drops of weapons into the hills of the north "
         "were no longer needed because the rebels had found other ways.", "told",
         "The minister of defence told reporters that parachute drops of weapons were no longer needed"),
        ("Members of the inquiry into the safety of the old bridges of the valley between the two rivers and their "
         "mouths demanded further answers on Monday.", "demanded",
         "Members of the inquiry into the safety of the old bridges of the valley demanded further answers"),
        # An article fits the word that it comes to stand before; a title word is told once.
        ("Police wrote in an Oct. 26 letter that the answer was late.", "wrote",
         "Police wrote in a letter that the answer was late"),
        ("Emperor Orm came on Monday. Emperor Orm prayed on Tuesday.", "prayed", "Emperor Orm prayed"),
        ("Ida Roke was named coach on Monday.", "named", "Ida Roke was named coach"),
        # An object that two verbs share.
        ("Divers found and raised two anchors on Monday.", "found", "Divers found and raised two anchors"),
        # Names in full, without their form of address.
        ("Petra Lindh came to Hallin on Monday. Ms. Lindh was hit by a tram on Tuesday.", "hit",
         "Petra Lindh was hit by a tram"),
        ("Dr. Petra Lindh came to Hallin on Monday. Dr. Lindh left on Tuesday.", "left", "Dr. Petra Lindh left"),
        # A negation holds for what "or" joins.
        ("A suspect had not admitted any part or implicated anybody on Monday, police said.", "implicated",
         "A suspect had not implicated anybody"),
        # Dashes go with what stands between them.
        ("About 200 dockers _ and their wives _ left Hallin on Monday.", "left",
         "About 200 dockers and their wives left Hallin"),
    ],
)  # fmt: skip
def test_titles_in_full_and_short(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


def test_a_title_is_short(tell: Tell) -> None:
    text = (
        "The regional assembly of Orrin voted on Monday to raise the embankment along the upper river between the "
        "sawmill and the bridge at Marl by two metres at the expense of the water authority and of the insurers, and "
        "to plant willows on the slopes of the valley above the town of Harven in the course of the next three years."
    )
    for event in tell(text):
        assert len(event.title) <= LONGEST + 20
        assert not event.title.rstrip(" …").endswith((" the", " of", " and", " to", " by"))


def test_name_in_full_is_not_told_behind_its_owner(one: One) -> None:
    text = "Norfly Chief Executive Jan Holt resigned on Monday. Norfly's Holt, who was there, will testify on Thursday."
    assert one("testify", text).title == "Norfly's Holt will testify"


def test_one_of_many_subjects_is_told_with_others(one: One) -> None:
    text = (
        "In that vein, Security Secretary Ane Moe, Interior Secretary Pim Aro, Protection Agency Administrator Lea "
        "Voss and Policy Assistant Carl Brenn plan to visit the coast on Friday."
    )
    title = "Security Secretary Ane Moe, Interior Secretary Pim Aro and others plan to visit the coast"
    assert one("visit", text).title == title


def test_short_quotation_is_kept_whole(one: One) -> None:
    text = (
        "A decision to ban cars from one of the town's main shopping streets was condemned on Tuesday as "
        '"an act of vandalism" by traders, who say they will take the council to court.'
    )
    assert "“an act of vandalism”" in one("condemned", text).title


def test_no_place_is_named_that_may_not_be_meant(one: One) -> None:
    text = "Police clashed with dockers in Hallin on Monday. A rally began in the capital on Tuesday."
    assert "Hallin" not in one("began", text).title
    text = "Troops gathered in Norway on Monday. Two ships reached the region on Tuesday."
    assert one("reached", text).title == "Two ships reached the region"


def scope(sentence: Sentence, head: str) -> Scope:
    at = word(sentence.tokens, head).i
    return Scope(sentence.tokens, set(), Names(), at, at, quotations(sentence.tokens))


def every(sentence: Sentence) -> list[int]:
    return [token.i for token in sentence.tokens if token.tag != "."]


class TestJoin:
    def test_words_stand_as_in_a_sentence(self, parse: Parse) -> None:
        (sentence,) = parse("The owner's mill, a ruin, lost $9 million.")
        assert surface.join(every(sentence), scope(sentence, "lost")) == "the owner's mill, a ruin, lost $9 million"

    def test_a_whole_quotation_has_its_marks_and_a_part_has_none(self, parse: Parse) -> None:
        (sentence,) = parse("Moe called it “a day to remember” again.")
        made = scope(sentence, "called")
        words = [token.i for token in sentence.tokens if token.text not in ("“", "”", ".")]
        assert surface.join(words, made) == "Moe called it “a day to remember” again"
        assert surface.join(words[:-2], made) == "Moe called it a day to"

    def test_an_article_fits_the_word_behind_it(self, parse: Parse) -> None:
        (sentence,) = parse("Ane Moe saw an old mill.")
        without = [token.i for token in sentence.tokens if token.text not in ("old", ".")]
        assert surface.join(without, scope(sentence, "saw")) == "Ane Moe saw a mill"

    def test_who_is_meant_is_written_and_once(self, parse: Parse) -> None:
        (sentence,) = parse("He'd left his mill.")
        made = scope(sentence, "left")
        made.names.meant[0] = "Jan Holt"
        assert surface.join(every(sentence), made) == "Jan Holt had left his mill"
        made.names.meant[word(sentence.tokens, "his").i] = "Jan Holt’s"
        again = scope(sentence, "left")
        again.names.meant.update(made.names.meant)
        assert surface.join(every(sentence), again).count("Jan Holt") == 1

    def test_words_of_no_sentence_are_put_in(self, parse: Parse) -> None:
        (sentence,) = parse("A mill closed.")
        assert surface.join([0, 1, "was", 2, ","], scope(sentence, "closed")) == "a mill was closed,"


class TestShorten:
    TEXT = (
        "The regional assembly of Orrin voted to raise the embankment along the upper river between the sawmill and "
        "the bridge at Marl at the expense of the water authority and of the insurers of the valley"
    )

    def test_whole_phrases_go_and_the_verb_stays(self, parse: Parse) -> None:
        (sentence,) = parse(self.TEXT)
        made = scope(sentence, "voted")
        kept = surface.join(surface.shorten(every(sentence), made), made)
        assert len(kept) <= LONGEST
        assert kept.startswith("the regional assembly")
        assert "voted to raise the embankment" in kept

    def test_the_tighter_the_limit_the_less_is_kept(self, parse: Parse) -> None:
        (sentence,) = parse(self.TEXT)
        sizes = [len(surface.shorten(every(sentence), scope(sentence, "voted"), limit)) for limit in (200, 100, 60)]
        assert sizes == sorted(sizes, reverse=True)
        assert sizes[0] == len(every(sentence))
        assert sizes[0] > sizes[1]


class TestCut:
    def test_what_is_a_little_long_stays_whole(self) -> None:
        text = "word " * (WHOLE // 5)
        assert surface.cut(text) == text

    def test_what_is_longer_ends_at_a_comma_of_its_second_half(self) -> None:
        text = (
            "The assembly of Orrin voted on the embankment of the upper river and the bridge at Marl, "
            + "and more " * 12
        )
        assert (
            surface.cut(text)
            == "The assembly of Orrin voted on the embankment of the upper river and the bridge at Marl"
        )

    def test_no_word_is_last_that_wants_another(self) -> None:
        text = "The old mill " + "y" * 80 + " of the " + "z" * 80
        assert surface.cut(text) == "The old mill " + "y" * 80

    def test_a_quotation_that_was_open_is_closed(self) -> None:
        assert surface.cut("Moe said: “" + "word " * 40).endswith("word”")


def test_only_names_keep_the_capital_of_a_first_word(parse: Parse) -> None:
    first = {text: parse(text)[0].tokens[0] for text in ("Divers left.", "Hallin burned.", "I left.", "BP left.")}
    assert [surface.plain(token) for token in first.values()] == ["divers", "Hallin", "I", "BP"]
    (sentence,) = parse("The ship met Divers.")
    assert surface.plain(word(sentence.tokens, "Divers")) == "Divers"


@pytest.mark.parametrize(
    ("text", "verb", "short"),
    [
        ("Nine divers were killed.", "killed", True),
        ("A diver was killed.", "killed", False),
        ("Nine divers were not killed.", "killed", False),
        ("Nine divers were seen.", "seen", False),
    ],
)
def test_a_passive_goes_without_was_where_it_cannot_be_an_act(parse: Parse, text: str, verb: str, short: bool) -> None:
    assert surface.headline(word(parse(text)[0].tokens, verb)) is short


def test_an_owner_ends_as_its_number_wants(parse: Parse) -> None:
    (sentence,) = parse("The ministry met the owners.")
    made = scope(sentence, "met")
    assert surface.owner(word(sentence.tokens, "ministry"), made) == "the ministry’s"
    assert surface.owner(word(sentence.tokens, "owners"), made) == "the owners’"
