"""Tags put into running text so that they nest."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import markup


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 4), (5, 8)], "[0|long] [5|ago]"),
        ([(0, 8), (5, 8)], "[0|long [5|ago]]"),
        ([(0, 6), (5, 8)], "[0|long [5|a]]go"),
        ([(0, 4), (4, 5), (3, 3)], "[0|long][4| ]ago"),
        ([(0, 8), (0, 4)], "[0|[0|long] ago]"),
    ],
)
def test_tags_nest(spans: list[tuple[int, int]], expected: str) -> None:
    tags = [markup.Tag(start, end, f"[{start}|", "]") for start, end in spans]
    assert markup.inline("long ago", tags, str) == expected


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=5))
def test_tags_leave_the_text_as_it_is(text: str, spans: list[tuple[int, int]]) -> None:
    tags = [markup.Tag(min(a, b, len(text)), min(max(a, b), len(text)), "\0(", "\0)") for a, b in spans]
    marked = markup.inline(text, tags, lambda part: part.replace("\0", "\1"))
    assert re.sub("\0[()]", "", marked) == text.replace("\0", "\1")
