"""How wide text is and where it breaks."""

import pytest

from dateline.timeline.text import ROLES, Measure

MEASURE = Measure(10.0)
LONG = "The council of the harbour votes on the repair of the north mole"


@pytest.mark.parametrize("room", [40.0, 90.0, 400.0])
@pytest.mark.parametrize("most", [1, 2, 9])
def test_lines_are_no_wider_than_their_room(room: float, most: int) -> None:
    lines = MEASURE.wrap(LONG, "title", room, most)
    assert 1 <= len(lines) <= most
    assert all(MEASURE.width(line, "title") <= room for line in lines)
    whole = " ".join(lines)
    assert whole == LONG or whole.endswith("…") or LONG.replace(" ", "").startswith(whole.replace(" ", ""))


def test_a_word_wider_than_the_room_is_broken() -> None:
    lines = MEASURE.wrap("Donaudampfschifffahrt", "title", 50.0, 9)
    assert len(lines) > 1
    assert "".join(lines) == "Donaudampfschifffahrt"


def test_what_is_cut_ends_with_an_ellipsis_after_a_word() -> None:
    room = MEASURE.width("The council of the harbour", "title")
    assert MEASURE.cut(LONG, "title", room) == "The council of the…"
    assert MEASURE.cut("Vote", "title", room) == "Vote"


def test_larger_text_is_wider_and_higher() -> None:
    large = Measure(20.0)
    for role in ROLES:
        assert large.width(LONG, role) == pytest.approx(2 * MEASURE.width(LONG, role))
        assert large.line(role) > MEASURE.line(role) > MEASURE.ascent(role)
