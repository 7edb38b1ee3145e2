"""Languages that have no parser."""

from collections.abc import Callable

from dateline.core.model import Event
from dateline.core.moment import iso_or_none

Tell = Callable[..., list[Event]]


def when(event: Event) -> tuple[str | None, str | None]:
    return iso_or_none(event.earliest), iso_or_none(event.latest)


def test_another_language_gets_a_plain_event_for_each_placed_time(tell: Tell) -> None:
    text = "Am 3. Mai 2019 wurde der Vertrag in Bonn unterzeichnet. Das Wetter war gut."
    (event,) = tell(text, "2019-05-10", "de")
    assert event.title.startswith("Am 3. Mai 2019 wurde der Vertrag")
    assert when(event) == ("2019-05-03", "2019-05-04")
    assert event.confidence < 0.5
    assert "no language model for this language" in event.why


def test_a_plain_event_is_bounded_by_the_word_before_its_time(tell: Tell) -> None:
    text = "Seit Januar streiken die Arbeiter im Hafen von Kiel. Bis Mai entscheidet das Gericht über die Klage."
    since, until = tell(text, "2026-03-03", "de")
    assert (iso_or_none(since.earliest), iso_or_none(since.latest_start)) == ("2026-01-01", "2026-02-01")
    assert (since.earliest_end, since.latest) == (None, None)
    assert (until.earliest, iso_or_none(until.latest)) == (None, "2026-06-01")
