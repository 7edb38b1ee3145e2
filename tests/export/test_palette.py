import pytest

from dateline.core.model import Certainty
from dateline.errors import ExportError
from dateline.export.palette import THEMES, contrast, load


@pytest.mark.parametrize("name", THEMES)
def test_everything_read_stands_out(name: str) -> None:
    colors = load(name)
    inks = {role: getattr(colors, role) for role in ("text", "muted", "accent", "warning", "today", "publication")}
    inks |= {certainty.value: colors.of(certainty) for certainty in Certainty}
    pairs = [(f"{role} on {paper}", ink, getattr(colors, paper)) for role, ink in inks.items()
             for paper in ("window", "base", "raised", "lane")]  # fmt: skip
    pairs += [(f"text on {paper}", colors.text, getattr(colors, paper))
              for paper in ("hover", "selection", "warning_base", "trigger", "found")]  # fmt: skip
    pairs += [("warning on its base", colors.warning, colors.warning_base)]
    pairs += [("on accent", colors.on_accent, paper) for paper in (colors.accent, colors.accent_hover)]
    weak = {words: round(contrast(ink, paper), 2) for words, ink, paper in pairs if contrast(ink, paper) < 4.5}
    assert not weak


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_an_unknown_theme_is_refused_in_words() -> None:
    with pytest.raises(ExportError, match="choose one of light"):
        load("beige")
