"""What is not read is refused with a reason, and never raises."""

import json
import socket
import zlib
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import pytest

from dateline.core.model import Article
from dateline.readers import Limits, Refusal, expand, read, read_clipboard


def reasons(path: Path, limits: Limits = Limits()) -> list[str]:
    return [item.reason for item in read(path, limits) if isinstance(item, Refusal)]


def test_each_bad_file_is_refused_with_its_reason(folder: Path, make: ModuleType) -> None:
    for name, (_, part) in make.bad().items():
        items = list(read(folder / name))
        assert [item for item in items if isinstance(item, Article)] == [], name
        assert any(part in item.reason for item in items if isinstance(item, Refusal)), (name, items)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert reasons(tmp_path / "none.txt") == ["there is no such file"]
    assert reasons(Path("a\0b")) == ["there is no such file"]
    assert "folder" in reasons(tmp_path)[0]


def test_undecodable_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Bridge falls \xff\xfe\x81\x8d\x90 on Saturday \xc3\x28 \xff\xff\xff\xff")
    assert "not text" in reasons(tmp_path / "a.txt")[0]


def test_limits_are_told(folder: Path, tmp_path: Path, make: ModuleType) -> None:
    assert "larger" in reasons(folder / "article.txt", Limits(file_bytes=100))[0]
    assert "larger" in reasons(folder / "articles.zip", Limits(member_bytes=100))[0]
    assert "more than 1 files" in reasons(folder / "articles.zip", Limits(members=1))[0]
    assert "pages" in reasons(folder / "article.pdf", Limits(pages=1))[0]


def test_a_nest_of_archives_has_one_budget(tmp_path: Path, make: ModuleType) -> None:
    words = b"The bridge fell on Saturday. " * 30_000
    inner = make.zipped({f"{n}.txt": words for n in range(8)})
    file = tmp_path / "a.zip"
    file.write_bytes(make.zipped({f"{n}.zip": inner for n in range(8)}))
    *read_before, last = read(file)
    assert 0 < sum(isinstance(item, Article) for item in read_before) < 16
    assert isinstance(last, Refusal)
    assert last.file == file.name or last.file == str(file)
    assert "larger than Dateline reads from one file" in last.reason


@pytest.mark.parametrize("layers", [1, 2])
def test_a_pdf_that_would_fill_the_memory_is_refused(tmp_path: Path, layers: int) -> None:
    stream = b"BT /F1 12 Tf (words) Tj ET\n" * 1_000_000
    for _ in range(layers):
        stream = zlib.compress(stream)
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.4\n4 0 obj <</Filter /FlateDecode>> stream\n" + stream + b"\nendstream endobj\n")
    assert "fill the memory" in reasons(file)[0]


def test_control_characters_become_spaces(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(
        '{"title": "Bridge\\u0000falls", "author": "Ada\\u0007Brandt", "text": "It fell\\u0000on Saturday."}'
    )
    (article,) = read(file)
    assert isinstance(article, Article)
    assert (article.title, article.authors, article.text) == ("Bridge falls", ("Ada Brandt",), "It fell on Saturday.")


def test_heavy_files_are_read_or_refused(folder: Path, make: ModuleType) -> None:
    for name in make.heavy():
        assert list(read(folder / name)), name


def test_one_bad_member_costs_itself_only(tmp_path: Path, make: ModuleType) -> None:
    file = tmp_path / "a.zip"
    members = {"good.txt": make.text().encode(), "bad.pdf": b"%PDF-1.7 broken", "../up.txt": b"words here"}
    file.write_bytes(make.zipped(members))
    good, bad, up = read(file)
    assert isinstance(good, Article)
    assert isinstance(bad, Refusal)
    assert "PDF" in bad.reason
    assert isinstance(up, Refusal)
    assert "leads out" in up.reason


def test_a_saved_page_in_an_archive_is_one_article(tmp_path: Path, make: ModuleType) -> None:
    file = tmp_path / "a.zip"
    members = {
        "b/story.html": make.html_page(),
        "b/story_files/frame.html": make.page().encode(),
        "b/.x": b"hidden words",
    }
    file.write_bytes(make.zipped(members))
    (article,) = read(file)
    assert isinstance(article, Article)


def test_nothing_goes_online(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a reader opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for path in sorted(folder.iterdir()):
        if path.stat().st_size < 1_000_000:
            for item in read(path):
                assert "AssertionError" not in getattr(item, "reason", "")


def test_remote_content_is_neither_loaded_nor_followed(tmp_path: Path, make: ModuleType) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    file = tmp_path / "item.xml"
    file.write_text(
        f'<?xml version="1.0"?><!DOCTYPE newsItem SYSTEM "{secret.as_uri()}"><newsItem><contentSet><inlineXML>'
        "<p>The bridge fell on Saturday night.</p></inlineXML></contentSet></newsItem>"
    )
    (article,) = read(file)
    assert isinstance(article, Article)
    assert "secret" not in article.text


class TestExpand:
    def test_folders_in_order_without_hidden_files(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a/z.txt", "a/y.txt", ".hidden", ".git/x.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("x")
        found = [path.relative_to(tmp_path).as_posix() for path in expand([tmp_path])]
        assert found == ["b.txt", "a/y.txt", "a/z.txt"]

    def test_what_programs_put_beside_files_is_left_out(self, tmp_path: Path) -> None:
        for name in (
            "b.txt",
            "My.dateline-wal",
            "My.dateline-shm",
            "~$b.docx",
            ".~lock.b.odt#",
            "Thumbs.db",
            "desktop.ini",
        ):
            (tmp_path / name).write_text("x")
        assert [path.name for path in expand([tmp_path])] == ["b.txt"]

    def test_a_file_named_outright_is_given_even_where_it_is_missing(self, tmp_path: Path) -> None:
        assert list(expand([tmp_path / "none"])) == [tmp_path / "none"]

    def test_the_folder_of_a_saved_page_is_left_out(self, tmp_path: Path) -> None:
        for name in ("story.html", "story_files/frame.html", "other_files/article.html"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("x")
        found = {path.relative_to(tmp_path).as_posix() for path in expand([tmp_path])}
        assert found == {"story.html", "other_files/article.html"}

    def test_links_out_of_the_folder_are_not_followed(self, tmp_path: Path) -> None:
        outside, inside = tmp_path / "outside", tmp_path / "inside"
        outside.mkdir()
        inside.mkdir()
        (outside / "secret.txt").write_text("x")
        (inside / "own.txt").write_text("x")
        (inside / "alias.txt").symlink_to(inside / "own.txt")
        (inside / "out.txt").symlink_to(outside / "secret.txt")
        (inside / "folder").symlink_to(outside)
        (inside / "ring").symlink_to(inside / "ring")
        assert [path.name for path in expand([inside])] == ["alias.txt", "own.txt"]

    def test_a_folder_that_cannot_be_opened_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def closed(path: Any) -> NoReturn:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr("os.scandir", closed)
        (found,) = expand([tmp_path])
        assert found == tmp_path
        assert reasons(found) == ["it could not be opened: Permission denied"]


class TestClipboard:
    def test_text_and_html(self, make: ModuleType) -> None:
        from_text = read_clipboard(make.text())
        from_html = read_clipboard("plain words", make.html_page().decode())
        assert isinstance(from_text, Article)
        assert from_text.published == make.DAY
        assert isinstance(from_html, Article)
        assert from_html.title == make.TITLE

    def test_a_piece_of_a_page_falls_back_to_its_text(self) -> None:
        article = read_clipboard("Two killed on Saturday night", "<b>Two killed</b>")
        assert isinstance(article, Article)
        assert article.text == "Two killed on Saturday night"

    def test_an_empty_clipboard_is_told(self) -> None:
        refused = read_clipboard("  ", None)
        assert isinstance(refused, Refusal)
        assert refused.reason == "it is empty"


def test_a_list_with_nothing_in_it_says_so(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    message = {"id": 1, "type": "message", "date": "2025-03-30T18:00:00", "text": ""}
    file.write_text(json.dumps({"name": "The Arle Post", "type": "public_channel", "messages": [message]}))
    assert reasons(file) == ["it holds no article"]


@pytest.mark.parametrize(
    "suffix",
    [".docx", ".xlsx", ".odt", ".epub", ".wacz", ".zip", ".gz", ".pdf", ".rtf", ".msg", ".mbox", ".warc", ".webarchive",
     ".rss", ".atom", ".enex", ".xml", ".json", ".jsonl", ".srt", ".vtt"],
)  # fmt: skip
def test_text_under_another_name_is_told_to_be_named_txt(suffix: str, tmp_path: Path) -> None:
    (tmp_path / f"a{suffix}").write_text("The old crane is taken down.\nForty people watched.\n", encoding="utf-8")
    (reason,) = reasons(tmp_path / f"a{suffix}")
    assert str(reason).endswith("if it is text, name it .txt")


@pytest.mark.parametrize(
    "name", ["article.docx", "articles.zip", "book.epub", "feed.rss", "article.html.gz", "mail.msg"]
)
def test_what_is_cut_off_is_told_to_be_fetched_again(name: str, tmp_path: Path, make: ModuleType) -> None:
    made = make.good()
    whole = next((made[each] for each in made if each.endswith(name.partition(".")[2])), None)
    assert whole is not None
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    assert any("again" in str(reason) for reason in reasons(tmp_path / name))


def test_web_archive_without_its_end(make: ModuleType, tmp_path: Path) -> None:
    data = make.warc()
    (tmp_path / "a.warc").write_bytes(data[: data.index(b"<html") + 40])
    assert reasons(tmp_path / "a.warc") == ["it is damaged: its end is missing; copy or download it again"]


def test_bytes_under_the_name_of_a_document_are_damaged_and_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(bytes(range(256)) * 4)
    assert reasons(tmp_path / "a.docx")[0].endswith("it may be damaged: copy or download it again")
