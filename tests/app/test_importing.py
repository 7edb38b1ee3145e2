"""What an import brings into a library that has the article, or another version of it, already."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.app import importing
from dateline.app.report import as_json, from_json
from dateline.core.change import added
from dateline.core.message import Message
from dateline.core.model import Article, Bundle, Event
from dateline.core.preferences import Preferences
from dateline.library import Library, edits

TEXT = "Two boats sank off Karvel on Monday. The mayor resigned."
OLD = Article(id=1, text=TEXT, title="Boats", digest="a", fingerprint=0b1111)
SANK = Event(id=10, article=1, title="Boats sank", start=10, end=14, sentence_end=36)
RESIGNED = Event(id=11, article=1, title="Mayor resigned", start=47, end=55, sentence_start=37, sentence_end=56)


def version() -> importing.Outcome:
    """A later version, with a sentence more and ids of its own."""
    text = TEXT + " Talks will resume."
    told = (
        Event(id=20, article=2, title="Boats sank", start=10, end=14, sentence_end=36),
        Event(id=21, article=2, title="Mayor resigned", start=47, end=55, sentence_start=37, sentence_end=56),
        Event(id=22, article=2, title="Talks", start=68, end=74, sentence_start=57, sentence_end=len(text)),
    )
    article = Article(id=2, text=text, title="Boats", digest="b", fingerprint=0b1110)
    return importing.Outcome("boats.txt", "read", bundle=Bundle((article,), (), told))


@pytest.fixture
def here(library: Library) -> Library:
    library.apply(added("", [OLD, SANK, RESIGNED]))
    return library


def test_a_version_brings_only_the_events_of_its_new_sentences(here: Library) -> None:
    outcome, change = importing.import_outcome(version(), here)
    here.apply(change)
    assert (outcome.kind, outcome.reason) == ("version", "another version of “Boats”")
    assert sorted(event.id for event in here.events()) == [10, 11, 22]
    assert [article.version_of for article in here.articles()] == [None, 1]


def test_what_was_rejected_or_binned_is_not_brought_back_by_a_version(here: Library) -> None:
    here.apply(edits.reject([SANK]))
    here.apply(edits.bin_([RESIGNED]))
    here.apply(importing.import_outcome(version(), here)[1])
    assert [event.id for event in here.events()] == [22]


def test_the_same_text_is_not_imported_twice(here: Library) -> None:
    again = importing.Outcome("a.txt", "read", bundle=Bundle((Article(id=3, text=TEXT, digest="a"),)))
    outcome, change = importing.import_outcome(again, here)
    assert outcome.kind == "already here"
    assert not change


def test_versions_find_one_another(here: Library) -> None:
    outcome, change = importing.import_outcome(version(), here)
    here.apply(change)
    assert outcome.bundle is not None
    (new,) = outcome.bundle.articles
    assert [article.id for article in here.versions(new)] == [OLD.id]
    assert [article.id for article in here.versions(OLD)] == [new.id]
    here.apply(edits.bin_([new]))
    assert here.versions(OLD) == []


def test_what_goes_wrong_in_one_article_is_its_line(here: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("fingerprint")

    monkeypatch.setattr(here, "find_similar", broken)
    line = importing.bring_in(version(), here, here.apply)
    assert (line.file, line.outcome) == ("boats.txt", "refused")
    assert "KeyError" in line.reason
    assert len(here.articles()) == 1


def test_a_line_of_the_report_says_what_came(here: Library) -> None:
    line = importing.bring_in(version(), here, here.apply)
    assert (line.outcome, line.title, line.events) == ("version", "Boats", 1)
    assert line.entry == here.applied
    assert from_json(as_json([line])) == [line]


def test_how_much_of_a_page_was_kept_is_told(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.html"
    page.write_text("A page. " * 50)
    article = Article(id=1, text="Four words are kept.", title="Bridge", omitted=6)
    monkeypatch.setattr("dateline.app.importing.readers.read", lambda *_: iter([article]))
    (outcome,) = importing.read_file(importing.Job(Preferences()), page)
    assert outcome.reason == "kept 4 of 10 words"
    line = importing.bring_in(outcome, library, library.apply)
    assert (line.outcome, line.reason) == ("read", "kept 4 of 10 words")
    (again,) = from_json(as_json([line]))
    assert isinstance(again.reason, Message)
    assert again.reason.template == "kept {kept} of {all} words"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix only")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    job = importing.Job(Preferences())
    assert [(each.kind, each.reason) for each in importing.read_file(job, pipe)] == [
        ("refused", "it is no file that can be read")
    ]
    assert [each.reason for each in importing.read_file(job, tmp_path / "gone.txt")] == ["there is no such file"]


def test_the_figures_are_printed() -> None:
    """The short form of `tests/benchmarks/library_import.py`: it joins copies and prints what an article costs."""
    benchmark = Path(__file__).resolve().parents[1] / "benchmarks" / "library_import.py"
    short = [sys.executable, str(benchmark), "--articles", "20"]
    done = subprocess.run(short, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "copies joined: 4 times" in done.stdout
    assert "into one of 18 or more" in done.stdout
