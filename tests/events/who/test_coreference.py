"""A pronoun becomes a name only where one antecedent is certain."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event

One = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Oskar Venn arrived in Hallin on Monday. He left on Tuesday.", "left", "Oskar Venn left"),
        (
            "Oskar Venn took the oath as president of Hallin on Monday. He left on Tuesday.",
            "left",
            "Oskar Venn left",
        ),
        ("Oskar Venn came to Hallin on Friday. He'd resigned on Monday.", "resigned", "Oskar Venn had resigned"),
        ("Oskar Venn came to Hallin on Friday. He’ll leave on Monday.", "leave", "Oskar Venn will leave"),
        ("Oskar Venn came to Hallin on Friday. He's leaving on Monday.", "leaving", "Oskar Venn is leaving"),
        ("The engineer Oskar Venn was freed on Monday. He left on Tuesday.", "left", "Oskar Venn left"),
        (
            "Mr Oskar Venn met Ms Petra Lindh in Hallin on Monday. He left on Tuesday.",
            "left",
            "Oskar Venn left",
        ),
    ],
)
def test_a_name_where_one_is_certain(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Oskar Venn met Viktor Ames on Monday. He left on Tuesday.", "left"),
        ("Ms Petra Lindh arrived in Hallin on Monday. He left on Tuesday.", "left"),
        ("Petra Lindh spoke to an engineer on Monday. He left on Tuesday.", "left"),
        ("Police arrested Viktor Ames on Monday. He left on Tuesday.", "left"),
        ("An engineer at the mill told Petra Lindh on Monday that he had left on Sunday.", "left"),
        ("Petra Lindh arrived on Monday.\n\nThe mill closed.\n\nHe left on Tuesday.", "left"),
        ("Petra Lindh arrived on Monday. “He left on Tuesday,” a docker said.", "left"),
        ("Oskar Venn spoke on Sunday. Elian's aunts cared for him after he left on Monday.", "left"),
    ],
)
def test_the_pronoun_where_none_is(one: One, text: str, word: str) -> None:
    event = one(word, text)
    assert "Lindh" not in event.title
    assert "Ames" not in event.title
    assert "Venn" not in event.title
    assert event.title.startswith("He ")
    assert all(part.name not in ("Petra Lindh", "Viktor Ames", "Oskar Venn")
               for part in event.participants if part.role == "agent")  # fmt: skip


def test_no_name_twice_in_a_title(one: One) -> None:
    event = one("hoped", "Petra Lindh said on Monday that she hoped to open the mill in June.")
    assert event.title.count("Lindh") <= 1
    said = one("said", "Petra Lindh said on Monday that she would open the mill in June.")
    assert said.title.count("Lindh") == 1


def test_they_are_the_only_group_of_the_sentence(one: One) -> None:
    text = "A storm drove Norsk troops out of the Sund region, where they had held three forts since April."
    assert one("held", text).title.startswith("Norsk troops had held three forts")


def test_a_quotation_without_a_speaker_has_none_from_far_away(one: One) -> None:
    text = (
        "Petra Lindh said the mill was safe.\n\nThe mill burned on Monday.\n\n“The roof fell on Monday,” a sign read."
    )
    assert one("fell", text).attributed_to != "Petra Lindh"


def test_passives_keep_their_auxiliary(one: One) -> None:
    assert one("sold", "The mill was sold on Monday.").title == "The mill was sold"
    assert one("killed", "Two civilians were killed in Norsted on Monday.").title == "Two civilians killed in Norsted"


def test_a_title_starts_with_no_relative(tell: Callable[..., list[Event]]) -> None:
    text = (
        "Talks in Hallin, to which the minister had invited both sides on Monday, failed on Tuesday. "
        "Police found a man whose car was stolen on Monday."
    )
    assert not [event.title for event in tell(text) if event.title.lower().startswith(("which", "whose"))]


def test_a_speaker_stands_before_the_verb(one: One) -> None:
    event = one("said", "“We heard a crack,” said Petra Lindh on Monday.")
    assert event.title.startswith("Petra Lindh said")


def test_they_are_no_group_of_another_clause(one: One) -> None:
    text = "Oskar Venn met Norsk troops on Monday because they had asked him to."
    assert not one("asked", text).title.startswith("They")
    text = "Federal officials met the family on Monday, who said that they had left Hallin."
    assert one("left", text).title.startswith("They")
    text = "After the mayor visited Norsk troops, they wrote a letter on Monday."
    assert one("wrote", text).title.startswith("They")


def test_a_king_is_not_his_namesake(one: One) -> None:
    text = "Viktor Orm met King Orm in Hallin on Monday. Orm left on Tuesday."
    assert one("left", text).title == "Orm left"


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        (
            "Oskar Venn pleaded guilty on Monday to threatening a clerk. The sentence is due. He was fined in 2019.",
            "fined",
            "Oskar Venn was fined",
        ),
        (
            "The airline Solvana bought nine jets on Monday. It announced a loan on Tuesday.",
            "announced",
            "Solvana announced a loan",
        ),
        (
            "The bus of the firm Solvana burned on Monday. It announced a loan on Tuesday.",
            "announced",
            "It announced a loan",
        ),
        ("The airline Solvana bought nine jets on Monday. It crashed on Tuesday.", "crashed", "It crashed"),
        ("Oskar Venn hit a man on Monday. He was fined on Tuesday.", "fined", "He was fined"),
    ],
)
def test_nobody_named_inside_what_was_done_stands_in_the_way_and_it_only_speaks_for_a_firm(
    one: One, text: str, word: str, title: str
) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Oskar Venn said on Monday that he left Hallin in May.", "left", "Oskar Venn left Hallin"),
        ("Oskar Venn wept on Monday as he inspected the ruins.", "inspected", "Oskar Venn inspected the ruins"),
        ("The mill's owner told police on Monday that he left a stove on.", "left", "The mill's owner left a stove on"),
        ("A docker said on Monday that he heard a blast.", "heard", "The docker heard a blast"),
        ("The Norland Party came under fire in May when it posted a false video.", "posted",
         "The Norland Party posted a false video"),
        ("The bakery said on Monday that it sold a mill in May.", "sold", "The bakery sold a mill"),
        # One whom only the other pronoun can mean is no rival.
        ("Oskar Venn was accused by a woman on Monday. He denied it on Tuesday.", "denied", "Oskar Venn denied it"),
    ],
)  # fmt: skip
def test_a_pronoun_goes_on_with_the_subject_of_the_clause_above(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Prosecutors said on Monday that he gave Venn a drug.", "gave"),
        ("Oskar Venn told a guard on Monday that the boy slept as he left.", "left"),
        ("Plexa said on Monday that it rained in May.", "rained"),
        ("The bank closed a branch on Monday when it was robbed.", "robbed"),
        ("The dam held on Monday as it emerged that a wall had cracked.", "emerged"),
    ],
)
def test_nor_where_another_may_be_meant(one: One, text: str, word: str) -> None:
    assert one(word, text).title.split()[0] in ("He", "It")


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Bramley has shrunk since it lost a client in 2024.", "lost", "Bramley lost a client"),
        ("Bramley reported a loss on Monday. It rejected a bid on Tuesday.", "rejected", "Bramley rejected a bid"),
        ("Bramley reported a loss on Monday. In May it bought a mill.", "bought", "Bramley bought a mill"),
        ("The storm Vera hit the coast on Monday. It destroyed a mill on Tuesday.", "destroyed", "It destroyed a mill"),
        ("Corvane opened a mine in 2019. It closed on Monday.", "closed", "It closed"),
        ("Kestrel signed a deal on Monday. Its shares fell on Tuesday.", "fell", "Kestrel’s shares fell"),
        (
            "Eastfield's Tom Hale was sent off. It was his third card, and he will miss the match on Friday.",
            "miss",
            "Tom Hale will miss the match",
        ),
    ],
)
def test_it_is_the_firm_that_acts_and_an_owner_of_a_player_is_none_of_the_players(
    one: One, text: str, word: str, title: str
) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Mr Oskar Venn wrote to Mr Viktor Ames.\nVenn offered him a post on Monday.", "offered",
         "Oskar Venn offered Viktor Ames a post"),
        ("Mr Oskar Venn arrived in Hallin.\nProtests against his rule began on Monday.", "began",
         "Protests against Oskar Venn’s rule began"),
        # One's own stays one's own, and of two, nobody is named.
        ("Mr Oskar Venn wrote to Mr Viktor Ames.\nVenn sold his mill on Monday.", "sold", "Oskar Venn sold his mill"),
        ("Mr Oskar Venn wrote to Mr Viktor Ames.\nProtests against his rule began on Monday.", "began",
         "Protests against his rule began"),
        ("Ms Petra Lindh wrote to Mr Viktor Ames.\nLindh offered her a post on Monday.", "offered",
         "Petra Lindh offered her a post"),
    ],
)  # fmt: skip
def test_him_and_his_are_the_other_one(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Anton Prell sued Greta Holm on Monday. He won on Friday.", "won", "Anton Prell won"),
        (
            "Anton Prell left the choir in May. His successor, Greta Holm, resigned on Monday.\n\nThe choir closed.\n\n"
            "She sailed to Norland on Friday.",
            "sailed",
            "Greta Holm sailed to Norland",
        ),
        (
            "Anton Prell sacked Jonas Wick on Monday. Emil Strand took over on Tuesday. He quit on Friday.",
            "quit",
            "Emil Strand quit",
        ),
        (
            "A docker accused him on Sunday.\n\nJudge Greta Holm wept on Monday as she freed two men.",
            "freed",
            "Greta Holm freed two men",
        ),
        (
            "Greta Holm lost a case in May. Anton Prell lent her 900 crowns on Monday.",
            "lent",
            "Anton Prell lent Greta Holm 900 crowns",
        ),
    ],
)
def test_first_names_tell_he_from_she(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("The cellist Paul Arden retired in May. She married Arden in June.", "married", "She married Paul Arden"),
        ("Freeing him, Judge Robin Arden said on Monday he had lied.", "lied", "He had lied"),
        ("Anton Prell named Greta Holm as her successor on Monday.", "named",
         "Anton Prell named Greta Holm as her successor"),
    ],
)  # fmt: skip
def test_a_name_that_contradicts_the_pronoun_is_not_meant(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title


def test_a_clause_in_front_tells_whom_the_main_one_means(one: One) -> None:
    assert one("fell", "When a guard came in on Monday, he fell.").title == "The guard fell"


def test_an_obituary_goes_on_about_whom_it_is_of(one: One) -> None:
    text = (
        "Greta Holm, who sailed to Norland alone, has died at 90.\n\nHer sister, Petra Lindh, said on Monday she "
        "would be missed.\n\nShe was born in 1941."
    )
    assert one("born", text).title == "Greta Holm was born"


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Anton Prell said on Monday that his son had left in May.", "left", "Anton Prell’s son had left"),
        ("Judge Anton Prell said on Monday that his lies had hurt a child in May.", "hurt",
         "His lies had hurt a child"),
        ("Greta Holm said on Monday that his son had left in May.", "left", "His son had left"),
    ],
)  # fmt: skip
def test_who_speaks_of_a_relative_speaks_of_their_own(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title
