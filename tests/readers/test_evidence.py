"""Weighing the dates that a file gives: which is the publication, how surely, and why."""

from dataclasses import replace
from datetime import date

from dateline.core.model import Confidence
from dateline.readers.dates import Day
from dateline.readers.evidence import Clue, Kind, weigh

DAY = date(2025, 3, 30)
NEXT = date(2025, 3, 31)


def clue(
    day: date,
    source: str = "json-ld",
    sure: Confidence = Confidence.CERTAIN,
    kind: Kind = "published",
    zone: str = "",
    words: str = "",
) -> Clue:
    return Clue(Day(day, 0, 0, zone=zone), source, f"the {source}", words or str(day), sure, kind)


def test_a_field_meant_for_it_is_certain() -> None:
    verdict = weigh([clue(DAY)])
    assert (verdict.best, verdict.confidence) == ("2025-03-30", Confidence.CERTAIN)


def test_two_kinds_of_evidence_make_it_certain() -> None:
    verdict = weigh([clue(DAY, "url", Confidence.LIKELY), clue(DAY, "byline", Confidence.LIKELY)])
    assert verdict.confidence is Confidence.CERTAIN


def test_disagreement_is_shown_and_lowers_the_confidence() -> None:
    other = date(2024, 1, 5)
    verdict = weigh([clue(DAY), clue(other, "byline", Confidence.LIKELY)])
    assert (verdict.best, verdict.confidence) == ("2025-03-30", Confidence.LIKELY)
    assert "but the byline says 2024-01-05" in verdict.why
    assert [c.value for c in verdict.candidates] == ["2025-03-30", "2024-01-05"]


def test_a_tie_is_a_guess() -> None:
    verdict = weigh([clue(DAY, "url", Confidence.LIKELY), clue(date(2024, 1, 5), "byline", Confidence.LIKELY)])
    assert verdict.confidence is Confidence.GUESS


def test_the_same_evening_on_two_continents_is_one_date_as_written_locally() -> None:
    verdict = weigh([clue(date(2025, 3, 31), zone="utc"), clue(DAY, "byline", Confidence.LIKELY)])
    assert (verdict.best, verdict.confidence) == ("2025-03-30", Confidence.CERTAIN)


def test_a_visible_date_that_is_the_update_does_not_contradict() -> None:
    later = date(2025, 4, 9)
    verdict = weigh(
        [clue(DAY), clue(later, "time", Confidence.LIKELY), clue(later, "meta", Confidence.LIKELY, "updated")]
    )
    assert (verdict.best, verdict.confidence) == ("2025-03-30", Confidence.CERTAIN)


def test_an_update_alone_is_a_guess() -> None:
    verdict = weigh([clue(DAY, "meta", Confidence.LIKELY, "updated")])
    assert (verdict.best, verdict.confidence) == ("2025-03-30", Confidence.GUESS)
    assert "update" in verdict.why


def test_placeholders_and_days_to_come_are_no_dates() -> None:
    verdict = weigh([clue(date(1970, 1, 1)), clue(date(2999, 1, 1))])
    assert (verdict.best, verdict.candidates) == (None, ())


def test_ambiguous_figures_are_settled_by_another_date() -> None:
    figures = Clue(
        Day(date(2025, 3, 4), 0, 0, date(2025, 4, 3)), "byline", "the byline", "03/04/2025", Confidence.LIKELY
    )
    assert weigh([figures]).confidence is Confidence.GUESS
    verdict = weigh([figures, clue(date(2025, 4, 3), "url", Confidence.LIKELY)])
    assert (verdict.best, verdict.confidence) == ("2025-04-03", Confidence.CERTAIN)


def test_the_day_of_saving_is_told_along_and_never_chosen() -> None:
    verdict = weigh([clue(DAY, "metadata", kind="saved")])
    assert (verdict.best, verdict.confidence) == (None, Confidence.UNKNOWN)
    assert [(c.value, c.kind) for c in verdict.candidates] == [("2025-03-30", "saved")]


def test_one_hand_that_fills_in_two_fields_proves_nothing_by_it() -> None:
    twice = [clue(DAY, source, Confidence.LIKELY) for source in ("meta", "json-ld")]
    assert weigh(twice).confidence is Confidence.LIKELY
    assert weigh([*twice, clue(DAY, "byline", Confidence.LIKELY)]).confidence is Confidence.CERTAIN


def test_a_month_strengthens_a_day_in_it_and_is_a_guess_alone() -> None:
    month = replace(clue(date(2025, 3, 1), "url"), month_only=True)
    alone = weigh([month])
    assert (alone.best, alone.confidence) == ("2025-03", Confidence.GUESS)
    assert "the month only" in alone.why
    guess = clue(DAY, "byline", Confidence.GUESS)
    assert weigh([guess]).confidence is Confidence.GUESS
    assert weigh([guess, month]).confidence is Confidence.LIKELY


def test_a_publication_in_the_very_minute_of_an_update_is_the_update() -> None:
    minute = "2025-03-31T10:15:00Z"
    clues = [
        clue(DAY, "byline", Confidence.LIKELY),
        clue(NEXT, "time", Confidence.LIKELY, words=minute),
        clue(NEXT, "meta", Confidence.LIKELY, "updated", words=minute),
    ]
    verdict = weigh(clues)
    assert verdict.best == "2025-03-30"
    assert {c.kind for c in verdict.candidates if c.value == "2025-03-31"} == {"updated"}


def test_an_address_loses_to_a_clock_in_the_pages_own_zone() -> None:
    address = clue(NEXT, "url", Confidence.LIKELY)
    shown = clue(DAY, "time", Confidence.LIKELY, words="2025-03-30T22:10:00-04:00", zone="local")
    assert weigh([address, shown]).best == "2025-03-30"
    assert weigh([address, clue(DAY, "time", Confidence.LIKELY)]).best == "2025-03-31"


def test_the_same_clue_is_kept_once_and_at_its_surest() -> None:
    (kept,) = weigh([clue(DAY, sure=Confidence.GUESS), clue(DAY), clue(DAY, sure=Confidence.LIKELY)]).candidates
    assert kept.confidence is Confidence.CERTAIN


def test_words_are_kept_on_one_short_line() -> None:
    (kept,) = weigh([clue(DAY, words="30 March\n2025 " + "x" * 300)]).candidates
    assert kept.words.startswith("30 March 2025 xxx")
    assert len(kept.words) == 200
