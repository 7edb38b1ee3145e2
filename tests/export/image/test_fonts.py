"""The fonts of a picture, and text measured with them."""

import pytest

from dateline.export.image.files import ready
from dateline.export.image.fonts import Fonts
from dateline.timeline.text import ROLES


@pytest.fixture(autouse=True)
def _qt() -> None:
    ready()


def test_no_text_is_smaller_than_the_least() -> None:
    fonts = Fonts(9.0, least=8.5)
    assert min(fonts.font(role).pixelSize() for role in ROLES) == 9
    assert min(Fonts(9.0, least=1.0).font(role).pixelSize() for role in ROLES) < 9


def test_a_line_holds_its_text_and_larger_text_is_wider() -> None:
    small, large = Fonts(10.0), Fonts(20.0)
    for role in ROLES:
        assert 0 < small.ascent(role) < small.line(role)
        assert large.width("The quay fell", role) > 1.5 * small.width("The quay fell", role)
    assert small.wrap("The quay fell", "title", 40, 9) != ("The quay fell",)
