"""What an article tells becomes events: when, how surely, on whose word, in a title that reads by itself."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import events, times
from dateline.core.model import Article, Certainty, Event, Relation
from dateline.core.moment import iso_or_none
from dateline.errors import ModelMissing
from dateline.events.syntax import parser

One = Callable[..., Event]
Tell = Callable[..., list[Event]]
SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seed"


def when(event: Event) -> tuple[str | None, str | None]:
    return iso_or_none(event.earliest), iso_or_none(event.latest)


def test_offsets_hold_the_trigger_and_the_sentence(tell: Tell) -> None:
    text = "Norsted, the 🌉 town.\n\nA fire destroyed the mill on Monday. Nobody was hurt."
    for event in tell(text):
        assert text[event.start : event.end] == event.text
        assert text[event.sentence_start : event.sentence_end].endswith(".")
        assert event.sentence_start <= event.start < event.end <= event.sentence_end


def test_time_in_the_same_clause(one: One) -> None:
    event = one("destroyed", "A fire destroyed the old mill in Norsted on Monday.")
    assert when(event) == ("2031-05-12", "2031-05-13")
    assert event.relation is Relation.WITHIN
    assert event.title == "A fire destroyed the old mill in Norsted"
    assert "in the same clause" in event.why
    assert event.words == "Monday"


def test_time_on_the_subject_dates_the_verb_and_what_follows_from_it(one: One) -> None:
    text = "Drone strikes on Monday night hit a depot, injuring three guards."
    assert when(one("hit", text)) == ("2031-05-12T18:00", "2031-05-13T06:00")
    assert when(one("injuring", text)) == ("2031-05-12T18:00", "2031-05-13T06:00")
    assert one("injuring", text).title == "Drone strikes injured three guards"


def test_time_carried_over_within_a_paragraph(one: One) -> None:
    text = "A storm hit Sund on Monday. Elsewhere in the city, two people were killed."
    event = one("killed", text)
    assert when(event) == ("2031-05-12", "2031-05-13")
    assert "carried over" in event.why
    assert event.confidence < one("hit", text).confidence


def test_a_heading_ends_the_carrying_over(one: One) -> None:
    text = "A storm hit Sund on Monday.\nPrices in the market\nMerchants lowered their prices."
    assert one("lowered", text).expression is None


@pytest.mark.parametrize(
    ("text", "word", "relation", "bounds"),
    [
        ("The army has slowed the advance since April.", "slowed", Relation.SINCE, ("2031-04-01", "2031-05-15")),
        ("The bridge collapsed before Monday.", "collapsed", Relation.BEFORE, (None, "2031-05-12")),
    ],
)
def test_relations_become_bounds(
    one: One, text: str, word: str, relation: Relation, bounds: tuple[str | None, str | None]
) -> None:
    event = one(word, text)
    assert (event.relation, when(event)) == (relation, bounds)


def test_bounds_are_in_order(tell: Tell) -> None:
    text = (
        "Troops left on Monday. Prices have risen since April. Talks may resume in June. He said he would go by Friday."
    )
    for event in tell(text):
        for before, after in ((event.earliest, event.latest_start), (event.earliest_end, event.latest)):
            assert before is None or after is None or before <= after


def test_what_was_told_at_a_time_happened_before_its_end(one: One) -> None:
    text = "The defence ministry claimed on Monday that its troops had captured a village."
    claimed, captured = one("claimed", text), one("captured", text)
    assert when(claimed) == ("2031-05-12", "2031-05-13")
    assert claimed.certainty is Certainty.REPORTED
    assert when(captured) == (None, "2031-05-13")
    assert captured.certainty is Certainty.CLAIMED
    assert captured.attributed_to == "the defence ministry"
    assert captured.relation is Relation.BEFORE
    assert captured.title == "The defence ministry’s troops had captured a village"


@pytest.mark.parametrize(
    ("text", "word", "certainty"),
    [
        ("The court will rule on Friday.", "rule", Certainty.PLANNED),
        ("The company plans to close the plant in June.", "close", Certainty.PLANNED),
        ("The talks may resume in June.", "resume", Certainty.POSSIBLE),
        ("An agreement is unlikely before June.", "agreement", Certainty.UNLIKELY),
        ("The union did not accept the offer on Monday.", "accept", Certainty.REPORTED),
        ("The minister denied that troops had crossed the border on Monday.", "crossed", Certainty.DENIED),
        ("Troops reportedly crossed the border on Monday.", "crossed", Certainty.CLAIMED),
        ("If the dam breaks on Friday, the town will be flooded.", "breaks", Certainty.POSSIBLE),
        ("Did the minister resign on Monday?", "resign", Certainty.POSSIBLE),
        ("The union failed to reach a deal on Monday.", "reach", Certainty.REPORTED),
        ("According to police, the man fled on Monday.", "fled", Certainty.CLAIMED),
        ("The minister resigned on Monday.", "resigned", Certainty.REPORTED),
        ("Nobody was hurt when a tram left the rails on Monday.", "hurt", Certainty.REPORTED),
        ("The wreck will not be raised in June.", "raised", Certainty.PLANNED),
        ("The mayor denied receiving a call on Sunday.", "receiving", Certainty.DENIED),
        ("The mayor denied reports that she would resign on Monday.", "resign", Certainty.DENIED),
        ("The board rejected the offer on Monday.", "offer", Certainty.REPORTED),
        ("The firm claims to have sold the mill on Monday.", "sold", Certainty.CLAIMED),
        ("A family is said to have made a bid on Tuesday.", "made", Certainty.CLAIMED),
        ("The talks in Hallin were to end on Monday.", "end", Certainty.PLANNED),
        ("If the dam breaks on Friday, the town will be flooded.", "flooded", Certainty.POSSIBLE),
        ("The strike will go on until the owners meet on Friday.", "meet", Certainty.PLANNED),
        ("There is no plan to cut jobs, as the union has claimed since Monday.", "claimed", Certainty.REPORTED),
        ("The union demanded on Monday that the fine be dropped.", "dropped", Certainty.PLANNED),
        ("Officers recommended on Monday that they accept the offer.", "accept", Certainty.PLANNED),
        ("Rovers came from behind to beat Town on Monday.", "beat", Certainty.REPORTED),
        ("Venn accused the mayor of taking a bribe on Monday.", "taking", Certainty.CLAIMED),
        ("A man was held on Monday on suspicion of arson.", "arson", Certainty.CLAIMED),
        ("The mayor warned on Monday of the risk of flooding.", "flooding", Certainty.POSSIBLE),
        ("Thieves appear to have left the town on Monday.", "left", Certainty.POSSIBLE),
        ("The minister is understood to have resigned on Monday.", "resigned", Certainty.CLAIMED),
        ("The union said fares would rise on Friday.", "rise", Certainty.PLANNED),
        ("The firm expects the line to be reopened by Friday.", "reopened", Certainty.PLANNED),
        ("The mayor dismissed claims that the dam had leaked on Monday.", "leaked", Certainty.DENIED),
        ("The stock exchange ended its inquiry on Monday; it found no fault.", "ended", Certainty.REPORTED),
        ("The auction is scheduled for 3 June.", "scheduled", Certainty.PLANNED),
        ("A storm was expected on Saturday.", "expected", Certainty.PLANNED),
        ("Plexa was set to cut the power on Friday.", "set", Certainty.PLANNED),
        ("The vote is due to be held on Friday.", "due", Certainty.PLANNED),
        ("She was asked to leave on Monday.", "asked", Certainty.REPORTED),
        ("The table was set by the cook on Monday.", "set", Certainty.REPORTED),
        # What lies after publication is to come; what is over is not planned because something about it is.
        ("The president returns to the region on Friday week.", "returns", Certainty.PLANNED),
        ("The board meets on 3 June.", "meets", Certainty.PLANNED),
        ("The council will set up a fund for the victims of the fire on 2 April.", "fire", Certainty.REPORTED),
        ("The minister promised a report on the flood of 2 April.", "flood", Certainty.REPORTED),
        # What would have helped did not happen.
        ("A release begun by 24 February would have kept the river low.", "begun", Certainty.POSSIBLE),
        ("A vaccine approved in March would have saved hundreds of people.", "approved", Certainty.POSSIBLE),
        ("An alarm raised on Monday could have saved the crew.", "raised", Certainty.POSSIBLE),
        ("The law passed in March would have closed the mine.", "passed", Certainty.REPORTED),
        ("A vaccine approved in March has saved hundreds of people.", "approved", Certainty.REPORTED),
    ],
)
def test_certainty_from_the_words(one: One, text: str, word: str, certainty: Certainty) -> None:
    assert one(word, text).certainty is certainty


def test_source_of_a_quotation_is_the_speaker(one: One) -> None:
    text = "“The bridge collapsed on Monday,” said Petra Lindh, an engineer."
    assert one("collapsed", text).attributed_to == "Petra Lindh"


def test_names_are_completed_and_he_is_resolved_where_one_is_meant(tell: Tell) -> None:
    text = "President Oskar Venn arrived in Hallin on Monday. He left on Tuesday. Venn will return on Friday."
    titles = {event.text: event.title for event in tell(text)}
    assert titles["left"] == "Oskar Venn left"
    assert titles["return"] == "Oskar Venn will return"


def test_he_stays_where_two_are_meant(tell: Tell) -> None:
    text = "Oskar Venn met Viktor Ames on Monday. He left on Tuesday."
    assert {event.text: event.title for event in tell(text)}["left"] == "He left"


def test_participants_have_role_kind_and_one_name(tell: Tell) -> None:
    text = "Police arrested Viktor Ames in Hallin on Monday. Ames resigned on Tuesday."
    by_word = {event.text: event for event in tell(text)}
    roles = {(p.role, p.name): p.kind for p in by_word["arrested"].participants}
    assert roles["patient", "Viktor Ames"] == "person"
    assert ("place", "Hallin") in roles
    assert [(p.role, p.name) for p in by_word["resigned"].participants] == [("agent", "Viktor Ames")]


def test_only_persons_and_bodies_are_called_so(tell: Tell) -> None:
    text = (
        "Two engineers opened a third gate in Hallin on Monday. Tarrow Capital bought Sund Steel on Tuesday. He wept "
        "on Friday. The guard, who was hurt on Monday, died on Thursday."
    )
    kinds = {part.name: part.kind for event in tell(text) for part in event.participants}
    assert kinds["two engineers"] == "group"
    assert kinds["third gate"] == "thing"
    assert kinds["Tarrow Capital"] == "organisation"
    assert "who" not in kinds
    assert kinds["He"] == "other" if "He" in kinds else kinds["he"] == "other"


def test_a_body_under_two_names_is_one(tell: Tell) -> None:
    text = "The Sund Water Authority opened a gate on Monday. The authority closed it on Tuesday."
    names = {part.name for event in tell(text) for part in event.participants if part.role == "agent"}
    assert names == {"Sund Water Authority"}


def test_no_event_for_a_bare_is_or_a_page_footer(tell: Tell) -> None:
    text = "The sky is blue.\nA fire destroyed a mill on Monday.\nComments\nPost a Comment"
    assert {event.text for event in tell(text)} == {"fire", "destroyed"} or {event.text for event in tell(text)} == {
        "destroyed"
    }


def test_without_a_publication_date_relative_times_stay_undated(tell: Tell) -> None:
    for event in tell("A fire destroyed the mill on Monday night. Police arrested a man.", None):
        assert not event.dated
        assert event.relation is Relation.UNKNOWN
    (event,) = [e for e in tell("The treaty was signed on 3 May 2019.", None) if e.text == "signed"]
    assert when(event) == ("2019-05-03", "2019-05-04")


def test_batch_is_the_same_as_one_by_one(tell: Tell) -> None:
    texts = [
        "A fire destroyed the mill on Monday.",
        "",
        "Der Zug fuhr am 3. Mai 2019 ab, wie immer.",
        "He left on Friday.",
    ]
    languages = ["en", "en", "de", "en"]
    articles = [
        Article(id=n, text=text, published="2031-05-14", language=language)
        for n, (text, language) in enumerate(zip(texts, languages, strict=True))
    ]
    pairs = [(a, times.find(a.text, a.published, language=a.language, article=a.id)) for a in articles]
    batch = [[(e.title, e.start, e.earliest) for e in found] for found in events.find_all(iter(pairs))]
    alone = [[(e.title, e.start, e.earliest) for e in events.find(*pair)] for pair in pairs]
    assert batch == alone
    assert len(batch) == 4


def test_long_paragraphs_are_parsed_in_pieces() -> None:
    text = "One two three four. " * 4000 + "\n\nLast words"
    found = list(parser.pieces(text))
    assert max(len(piece.text) for piece in found) <= parser.LONGEST
    assert all(text[piece.start : piece.start + len(piece.text)] == piece.text for piece in found)
    assert "".join(piece.text for piece in found).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_title_leaves_the_dateline_out(one: One) -> None:
    text = "CALDER, May 12, 2031 (Agency) — More than 300 teachers walked out in Calder on Monday."
    assert one("walked", text).title == "More than 300 teachers walked out in Calder"


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("CALDER, May 12, 2031 (Agency) — ", "Teachers walked out."),
        ("CAPE MOLT (Agency)_ ", "Teachers walked out."),
        ("Calder, May 12, 2031 - ", "Pellwick Motors today said it had sold a mill."),
        ("CALDER — ", "“Go home,” said the mayor."),
        ("", "NATO — the alliance — met."),
        ("", "US - Norsk talks failed."),
    ],
)
def test_no_dateline_is_parsed(line: str, rest: str) -> None:
    (piece,) = parser.pieces(line + rest)
    assert (piece.text, piece.start, piece.paragraph_start) == (rest, len(line), len(line))


def test_hard_wrapped_text_is_read_by_paragraphs(tell: Tell) -> None:
    text = (
        "The old flour mill at the river in the town of Norsted was\n"
        "destroyed by a fire on Monday. Police arrested a man who had\n"
        "worked there for eleven years and had been dismissed in the\n"
        "spring of the year before the fire.\n\n"
        "The mayor of the town visited the ruins of the mill, which\n"
        "was built by a family of bakers, and she promised to help the\n"
        "owners.\n"
    )
    assert parser.hard_wrapped(text)
    event = next(event for event in tell(text) if event.text == "destroyed")
    assert event.title == "The old flour mill at the river in the town of Norsted was destroyed by a fire"
    assert text[event.start : event.end] == "destroyed"


def test_missing_model_is_said_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "MODELS", ("no_such_model",))
    parser.model.cache_clear()
    assert not events.available()
    with pytest.raises(ModelMissing, match=r"\./packaging/run"):
        events.load()


@pytest.mark.skipif(not SEED.exists(), reason="the founding article is not here")
def test_founding_article(tell: Tell) -> None:
    text = (SEED / "escalating-battles.txt").read_text(encoding="utf-8")
    expected = json.loads((SEED / "expected.json").read_text(encoding="utf-8"))
    found = tell(text, expected["published"])
    assert sum(event.main for event in found) <= 25
    footer = text.index("\nComments")
    assert all(event.start < footer for event in found)
    for wanted in expected["events"]:
        over = [e for e in found if e.start < wanted["end"] and e.end > wanted["start"]]
        assert over, wanted["quote"]
        for event in over:
            assert when(event) == (wanted["earliest"], wanted["latest"]), wanted["quote"]
            assert event.certainty == wanted["certainty"], wanted["quote"]
            assert (event.attributed_to or None) == wanted["attributed_to"], wanted["quote"]


def test_what_has_yet_to_begin_ends_after_its_begin(one: Callable[..., Event]) -> None:
    closed = one("closed", "The bridge will be closed since Monday.")
    assert closed.latest is None or closed.earliest is None or closed.earliest < closed.latest


def test_lines_of_the_page_itself_tell_no_events(tell: Callable[..., list[Event]]) -> None:
    page = (
        "The council closed the bridge on Tuesday.\n\nRead more: Ferry sank in May.\n\nPage last updated on 3 May 2031."
        "\n\n1 | Hallin beat Norsted on Monday | 3.\n\nThis article was published on 3 May 2031."
    )
    assert {event.text for event in tell(page)} == {"closed"}
    glued = "3 May 2031 Last updated at 17:40 GMT Help A jury freed the pilot of the ferry in Sellin on Friday."
    assert "updated" not in {event.text for event in tell(glued)}


@pytest.mark.parametrize(
    "caption",
    [
        "President Ane Moe leaves the hall after a news conference, May 12, 2031.",
        "Ane Moe (L) shakes hands with Pim Aro in Norsted May 13, 2031.",
    ],
)
def test_words_under_a_picture_tell_no_event(tell: Callable[..., list[Event]], caption: str) -> None:
    assert tell(caption) == []


def test_what_is_told_as_to_come_is_no_caption(tell: Callable[..., list[Event]]) -> None:
    assert [event.text for event in tell("The bridge opens on May 20, 2031.")] == ["opens"]
