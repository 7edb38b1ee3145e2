"""Times that stand in a sentence without dating a word of it, and times that look like them and do."""

from collections.abc import Callable

import pytest
from tests.events.made import time_at, tree, word

from dateline.core.moment import DAY, Interval, Moment, moment
from dateline.events.find.triggers import Kind, Trigger, is_verb
from dateline.events.syntax.clauses import route
from dateline.events.syntax.labels import Dep
from dateline.events.syntax.parser import Sentence
from dateline.events.when import asides
from dateline.events.when.asides import Time

Parse = Callable[[str], list[Sentence]]
MONDAY = moment(2031, 5, 12)
PUBLISHED = Interval(MONDAY + 2 * DAY, MONDAY + 3 * DAY)
LONG_AGO = (moment(2003, 1, 1), moment(2004, 1, 1))
NEWS = (MONDAY, MONDAY + DAY)
TO_COME = (moment(2031, 7, 1), moment(2031, 8, 1))


class Case:
    """A trigger and a time in one sentence, with the way from the time to the trigger."""

    def __init__(
        self, sentence: Sentence, trigger: str, time: str, when: tuple[Moment, Moment], relation: str = ""
    ) -> None:
        token, head = word(sentence.tokens, trigger), word(sentence.tokens, time)
        self.trigger = Trigger(token, Kind.VERB if is_verb(token) else Kind.NOUN, token)
        self.time = Time(time_at(head, *when), head, relation)
        self.rising, self.falling, _ = route(head, token)


@pytest.fixture
def case(parse: Parse) -> Callable[..., Case]:
    """A case of one parsed sentence."""

    def made(text: str, trigger: str, time: str, when: tuple[Moment, Moment] = LONG_AGO, relation: str = "") -> Case:
        (sentence,) = parse(text)
        return Case(sentence, trigger, time, when, relation)

    return made


Made = Callable[..., Case]


@pytest.mark.parametrize(
    ("when", "is_news"),
    [
        (NEWS, True),
        ((MONDAY - 2 * DAY, MONDAY - DAY), True),
        ((MONDAY - 4 * DAY, MONDAY - 3 * DAY), False),
        ((MONDAY + 3 * DAY, MONDAY + 4 * DAY), False),
        ((MONDAY - 2 * DAY, MONDAY + DAY), False),
    ],
)
def test_the_news_is_of_single_days_before_publication(when: tuple[Moment, Moment], is_news: bool) -> None:
    token = tree("Monday NNP ROOT Monday").tokens[0]
    assert asides.is_news(time_at(token, *when), PUBLISHED) is is_news
    assert not asides.is_news(time_at(token, *when), None)
    assert not asides.is_news(time_at(token, *when, value="PRESENT_REF"), PUBLISHED)


def test_what_something_is_compared_with_dates_nothing(case: Made) -> None:
    one = case("The mill sold more cloth than in 2003.", "sold", "2003")
    assert asides.compared(one.time, one.rising)
    other = case("The mill sold more cloth in 2003.", "sold", "2003")
    assert not asides.compared(other.time, other.rising)


POINTS = """
    rose    VBD ROOT   rose   rise
    from    IN  prep   {above}
    {n}     CD  nummod points
    points  NNS pobj   from   point
    in      IN  prep   points
    2003    CD  pobj   in     _ DATE
"""


def test_from_an_amount_is_compared_and_far_from_a_place_is_not() -> None:
    rose = Case(tree(POINTS.format(above="rose", n=54)), "rose", "2003", LONG_AGO)
    assert asides.compared(rose.time, rose.rising)
    assert not asides.compared(rose.time, rose.rising[:3])


def test_a_time_may_say_where_the_one_before_it_ends() -> None:
    tokens = tree("""
        quarter NN  ROOT quarter _ DATE
        to      IN  prep quarter
        June    NNP pobj to      _ DATE
    """).tokens
    june = time_at(tokens[2], moment(2031, 6, 1), moment(2031, 7, 1))
    quarter = time_at(tokens[0], moment(2031, 4, 1), moment(2031, 7, 1))
    assert asides.ends(june, Time(quarter, tokens[0], ""))
    assert not asides.ends(june, Time(quarter, tokens[0], "before"))
    assert not asides.ends(quarter, Time(june, tokens[2], ""))


def test_times_in_a_list_are_joined() -> None:
    tokens = tree("2001 CD pobj in\nin IN ROOT in\nand CC cc 2001\n2003 CD conj 2001").tokens
    first, last = word(tokens, "2001"), word(tokens, "2003")
    assert asides.listed(first, {last.i})
    assert asides.listed(last, {first.i})
    assert not asides.listed(first, {7})


@pytest.mark.parametrize(
    ("text", "with_one"),
    [
        ("Profit rose to $9 million from $8 million in 2003.", True),
        ("Profit rose to $9 million in 2003.", False),
        ("Profit rose from the lows of 2003.", False),
    ],
)
def test_a_time_behind_an_amount_that_another_is_compared_with(case: Made, text: str, with_one: bool) -> None:
    year = case(text, "rose", "2003").time.head
    whole = time_at(year.head, *LONG_AGO)  # "in 2003": it begins with its preposition
    assert asides.with_amount(Time(whole, year, "")) is with_one


def test_what_something_is_the_most_of(case: Made) -> None:
    assert asides.of_the_most(case("Norsa made the biggest loss of 2003.", "made", "2003").time)
    assert not asides.of_the_most(case("Norsa made a loss of 2003.", "made", "2003").time)


@pytest.mark.parametrize(
    ("text", "trigger", "when", "back"),
    [
        ("Holt recalled a raid in 2003 that killed nine.", "recalled", LONG_AGO, True),
        ("Holt recalled a raid in 2003 that killed nine.", "recalled", NEWS, False),
        ("Holt survived a raid in 2003 that killed nine.", "survived", LONG_AGO, False),
    ],
)
def test_what_a_verb_goes_back_to(case: Made, text: str, trigger: str, when: tuple[Moment, Moment], back: bool) -> None:
    one = case(text, trigger, "2003", when)
    assert asides.looks_back(one.time, one.trigger, one.rising, PUBLISHED) is back


@pytest.mark.parametrize(
    ("text", "when", "of_noun"),
    [
        ("The court dropped an inquiry into the 2003 fire.", LONG_AGO, True),
        ("The court dropped an inquiry into the 2003 fire.", NEWS, False),
        ("The court dropped the inquiry in 2003.", LONG_AGO, False),
    ],
)
def test_which_thing_a_verb_has_to_do_with(case: Made, text: str, when: tuple[Moment, Moment], of_noun: bool) -> None:
    one = case(text, "dropped", "2003", when)
    assert asides.of_noun(one.time, one.trigger, PUBLISHED, strict=False) is of_noun


def test_what_is_told_of_who_speaks_or_acts_is_of_another_time(case: Made) -> None:
    for text, verb in (
        ("Oskar Venn, who left Hallin in 2003, said the mill was old.", "said"),
        ("The champion, a winner in 2003, lost the final match.", "lost"),
    ):
        one = case(text, verb, "2003")
        assert asides.of_speaker(one.time, one.trigger, one.rising, PUBLISHED)
        assert asides.of_another(one.time, one.trigger, (one.rising, one.falling), PUBLISHED)
    own = case("The champion lost in 2003.", "lost", "2003")
    assert not asides.of_speaker(own.time, own.trigger, own.rising, PUBLISHED)
    assert not asides.of_another(own.time, own.trigger, (own.rising, own.falling), PUBLISHED)


@pytest.mark.parametrize(
    ("text", "trigger", "when", "old"),
    [
        ("Norsa will close the plant that it opened in 2003.", "close", LONG_AGO, True),
        ("Norsa could be fined over a leak in 2003.", "fined", LONG_AGO, True),
        ("Norsa may have left in 2003.", "left", LONG_AGO, False),
        ("He would lead it in 2003.", "lead", LONG_AGO, False),
        ("Norsa closed the plant in 2003.", "closed", LONG_AGO, False),
        ("Norsa will close the plant that it opened in 2003.", "close", TO_COME, False),
    ],
)
def test_what_is_over_does_not_date_what_is_to_come(
    case: Made, text: str, trigger: str, when: tuple[Moment, Moment], old: bool
) -> None:
    one = case(text, trigger, "2003", when)
    assert asides.too_old(one.time, one.trigger, one.rising, PUBLISHED) is old


def test_what_somebody_is_told_to_do_has_the_time_of_the_news_and_no_older_one() -> None:
    tokens = tree("told VBN ROOT told tell\nMonday NNP npadvmod told _ DATE\nfell VBD conj told fall").tokens
    news, old = (Time(time_at(tokens[1], *when), tokens[1], "") for when in (NEWS, LONG_AGO))
    assert asides.bidden(news, tokens[0], PUBLISHED)
    assert not asides.bidden(old, tokens[0], PUBLISHED)
    assert not asides.bidden(news, tokens[2], PUBLISHED)


def test_which_happenings_somebody_speaks_of(case: Made) -> None:
    one = case("Holt described the events of Monday as a beginning.", "described", "Monday", NEWS)
    assert asides.spoken_of(one.time, one.trigger.token, one.rising)
    other = case("Holt described the events on Monday.", "described", "Monday", NEWS)
    assert not asides.spoken_of(other.time, other.trigger.token, ["pobj", "prep"])


def test_a_clause_set_against_another_has_its_own_time(case: Made) -> None:
    although = case("Although the mill burned in 2003, nobody left.", "left", "2003")
    assert asides.conceded(although.time, although.rising)
    when = case("When the mill burned in 2003, nobody left.", "left", "2003")
    assert not asides.conceded(when.time, when.rising)


@pytest.mark.parametrize(
    ("text", "trigger", "relation", "meant"),
    [
        ("Norsa is seeking to cut jobs by 2034.", "seeking", "by", True),
        ("Norsa is seeking jobs.", "seeking", "by", False),
        ("Norsa sought to cut jobs by 2034.", "sought", "by", False),
    ],
)
def test_what_somebody_means_to_do_is_later_than_meaning_it(
    case: Made, text: str, trigger: str, relation: str, meant: bool
) -> None:
    at = "2034" if "2034" in text else "jobs"
    one = case(text, trigger, at, (moment(2034, 1, 1), moment(2035, 1, 1)), relation)
    assert asides.of_what_is_meant(one.time, one.trigger, one.rising, PUBLISHED) is meant


def test_what_holds_takes_no_time_that_is_over_from_above(case: Made) -> None:
    falling: list[Dep] = ["pobj", "relcl"]
    sells = case("Norsa broke the 2003 pact with a shop that sells maps.", "sells", "2003")
    assert asides.of_past_beside(sells.time, sells.trigger, falling, PUBLISHED)
    sold = case("Norsa broke the 2003 pact with a shop that sold maps.", "sold", "2003")
    assert not asides.of_past_beside(sold.time, sold.trigger, falling, PUBLISHED)


def test_a_time_that_a_sentence_speaks_about_dates_no_clause_of_another_tense(case: Made) -> None:
    faces = case("The mayor says Hallin faces great floods.", "faces", "Hallin")
    assert asides.of_subject(faces.trigger, ["nsubj"], ["advcl"])
    faced = case("The mayor says Hallin faced great floods.", "faced", "Hallin")
    assert not asides.of_subject(faced.trigger, ["nsubj"], ["advcl"])


def test_what_is_told_of_a_thing_in_an_objects_phrase_was_before(case: Made) -> None:
    way: list[Dep] = ["dobj", "prep", "pobj", "relcl"]
    one = case("In 2003 Norsa made a study of the blast which killed nine.", "killed", "2003")
    assert asides.of_before(one.time, way, None)
    assert not asides.of_before(one.time, way[1:], None)
