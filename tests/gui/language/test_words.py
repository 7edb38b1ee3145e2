"""The words for the values of the model: one for each, and a German one."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

import pytest

from dateline.core.model import Certainty, Event, Status
from dateline.core.moment import Granularity
from dateline.gui.language import i18n, words


@pytest.mark.parametrize(
    ("kind", "said"),
    [(Certainty, words.CERTAINTY), (Status, words.STATUS), (Granularity, words.PRECISION)],
    ids=["certainty", "status", "precision"],
)
def test_every_value_has_words_of_its_own(kind: Iterable[object], said: Mapping[object, str]) -> None:
    assert set(kind) == said.keys()
    assert len(set(said.values())) == len(said)


def test_what_may_be_corrected_is_a_field_of_an_event() -> None:
    assert words.CORRECTED.keys() <= {field.name for field in fields(Event)}


def test_the_words_are_others_in_german() -> None:
    i18n.install("de", "de_DE")
    assert [i18n.tr(words.CERTAINTY[each]) for each in (Certainty.DENIED, Certainty.PLANNED)] == [
        "Bestritten",
        "Geplant",
    ]
