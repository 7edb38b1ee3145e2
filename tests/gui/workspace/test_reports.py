"""What became of the files of an import, in words."""

import pytest

from dateline.app.report import Line
from dateline.gui.language import i18n
from dateline.gui.workspace import reports
from dateline.gui.workspace.reports import as_text, detail, summary


def line(outcome: str, reason: str = "", title: str = "") -> Line:
    return Line(file="/news/ferry.html", outcome=outcome, reason=reason, title=title)


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        (["read"], "1 article read"),
        ([], "0 articles read"),
        (["read", "read", "version"], "3 articles read, 1 of them another version"),
        (["already here", "refused", "left out", "refused"],
         "0 articles read, 1 already here, 2 not read, 1 left out"),
    ],
)  # fmt: skip
def test_all_files_are_counted_in_one_sentence(outcomes: list[str], words: str) -> None:
    assert summary([line(outcome) for outcome in outcomes]) == words


def test_a_line_says_the_article_or_why_there_is_none() -> None:
    assert detail(line("read", title="Ferry aground")) == "Ferry aground"
    assert detail(line("read", "kept 5 of 9 words", "Ferry aground")) == "Ferry aground: kept 5 of 9 words"
    assert detail(line("refused", "it is empty", "Ferry aground")) == "it is empty"


def test_it_is_kept_as_text_a_line_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "now", lambda: "2026-03-01T10:00")
    text = as_text([line("read", title="Ferry aground"), line("refused", "it is empty")])
    assert text.splitlines() == [
        "Dateline import, 2026-03-01T10:00",
        "1 article read, 1 not read",
        "",
        "read\t/news/ferry.html\tFerry aground",
        "not read\t/news/ferry.html\tit is empty",
    ]


def test_it_is_told_in_the_language_of_the_window() -> None:
    i18n.install("de", "de_DE")
    assert summary([line("read"), line("refused")]) != "1 article read, 1 not read"
    assert detail(line("refused", "it is empty")) == "sie ist leer"
