"""Analysing an article again loses nothing."""

import pytest

from dateline.app import again
from dateline.core.change import added
from dateline.core.model import Article, Conventions, Event
from dateline.errors import ModelMissing
from dateline.library import Library

OLD = Article(id=1, text="Two boats sank off Karvel on Monday.", title="Boats", digest="a")
SANK = Event(id=10, article=1, title="Boats sank", start=10, end=14, sentence_end=36)


def test_without_the_language_model_no_event_is_lost_to_a_new_analysis(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.apply(added("", [OLD, SANK]))

    def missing() -> None:
        raise ModelMissing("The language model is not installed.")

    monkeypatch.setattr("dateline.events.available", lambda: False)
    monkeypatch.setattr("dateline.app.again.events.load", missing)
    with pytest.raises(ModelMissing):
        again.redate(OLD, "2025-03-30", "typed", [], library.events_of(OLD.id, all=True), Conventions())
    assert again.redate(OLD, "2025-03-30", "typed", [], [], Conventions()).change
