"""What is done in worker processes, called here in this one."""

import pytest

from dateline.app import analysis
from dateline.app.importing import Outcome
from dateline.core.model import Article, Conventions
from dateline.errors import ModelMissing, Refused
from dateline.gui.workspace.tasks import Answer, Call, read_pasted, redate, suggest_merges, warm_up, work


def test_a_call_is_answered_with_what_it_returns() -> None:
    assert list(work(Call(sorted, ([3, 1, 2],)))) == [Answer([1, 2, 3])]


def test_a_refusal_is_answered_with_its_sentence_and_a_fault_is_none() -> None:
    def refuse() -> None:
        raise Refused("it is empty")

    assert list(work(Call(refuse))) == [Answer(refusal="it is empty")]
    with pytest.raises(ZeroDivisionError):
        list(work(Call(divmod, (1, 0))))


def test_where_the_model_is_missing_nothing_is_warmed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def missing() -> None:
        asked.append(1)
        raise ModelMissing("There is no model.")

    monkeypatch.setattr(analysis, "load", missing)
    warm_up()
    assert asked == [1]


def test_pasted_text_is_read_or_refused() -> None:
    empty = read_pasted("  ", None, Conventions())
    assert isinstance(empty, Outcome)
    assert (empty.kind, bool(empty.reason)) == ("refused", True)


def test_a_date_given_anew_is_the_article_s() -> None:
    article = Article(id=1, text="The quay was closed.", title="Quay closes", language="en")
    found = redate(article, "2025-03-30", "typed", [], [], Conventions(), [])
    [row] = [row.after for row in found.change.rows if row.table == "articles"]
    assert isinstance(row, Article)
    assert (row.published, row.evidence) == ("2025-03-30", "typed")


def test_of_nothing_nothing_is_suggested() -> None:
    assert suggest_merges([], [], []) == []
