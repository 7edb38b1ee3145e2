"""Forms that are made to do harm are contained: nothing is expanded, unpacked without end, run or fetched."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from dateline.core.model import Article
from dateline.readers import Refusal, read
from dateline.readers.base import Outcome

pytestmark = pytest.mark.timeout(60)  # what is expanded takes far longer
BOMB = '<!DOCTYPE {root} [<!ENTITY a "ha ha ha ha">{more}]>'
MORE = "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)  # each ten times the one before
OUTSIDE = '<!DOCTYPE {root} [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


def outcomes(folder: Path, name: str, data: bytes) -> list[Outcome]:
    file = folder / name
    file.write_bytes(data)
    found = list(read(file))
    assert found
    return found


@pytest.mark.parametrize("kind", ["bomb", "outside"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("name", "make_it"), [("a.xml", "wxr"), ("a.enex", "enex"), ("a.rss", "rss"), ("a.newsml", "newsml")]
)
def test_entities_are_not_expanded(
    name: str, make_it: str, encoding: str, kind: str, make: ModuleType, tmp_path: Path
) -> None:
    text = getattr(make, make_it)().decode()
    root = {"wxr": "rss", "enex": "en-export", "rss": "rss", "newsml": "newsItem"}[make_it]
    used = "&a;" if kind == "bomb" else "&j;"
    head = (BOMB if kind == "bomb" else OUTSIDE).format(root=root, more=MORE)
    body = text.partition("?>")[2] if text.startswith("<?xml") else text
    body = body.replace('<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export3.dtd">', "")
    hostile = f'<?xml version="1.0" encoding="{encoding}"?>{head}{body.replace(make.TITLE, used, 1)}'
    for item in outcomes(tmp_path, name, hostile.encode(encoding)):
        assert isinstance(item, Refusal)
        assert "entities" in item.reason or "encoding" in item.reason or "XML" in item.reason


def test_entities_within_a_note_are_not_expanded(make: ModuleType, tmp_path: Path) -> None:
    note = "<!DOCTYPE en-note [" + OUTSIDE.partition("[")[2]
    data = make.enex().decode().replace("<en-note>", f"{note}<en-note>&j; ").encode()
    for item in outcomes(tmp_path, "a.enex", data):
        assert not isinstance(item, Article) or "root:" not in item.text


def test_an_archive_within_a_web_archive(make: ModuleType, tmp_path: Path) -> None:
    page = make.html_page()
    data = make.warc().replace(page, make.bomb()).replace(
        b"Content-Length: " + str(len(page) + 60).encode(), b"Content-Length: " + str(len(make.bomb()) + 60).encode()
    )  # fmt: skip
    (item,) = outcomes(tmp_path, "a.warc", data)
    assert isinstance(item, Refusal), item.text[:300]


@pytest.mark.parametrize("layers", [1, 2])
def test_a_web_archive_that_would_fill_the_memory(layers: int, make: ModuleType, tmp_path: Path) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"<p>words " * 30_000_000
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-06-03T10:00:00Z\r\nWARC-Target-URI: https://post.example/a"
        f"\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    data = head.encode() + http + b"\r\n\r\n"
    for _ in range(layers):
        data = gzip.compress(data, 1)
    (refusal,) = outcomes(tmp_path, "a.warc.gz", data)
    assert isinstance(refusal, Refusal)


def with_member(name: str, data: bytes) -> Callable[[bytes], bytes]:
    def add(packed: bytes) -> bytes:
        stream = io.BytesIO(packed)
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr(name, data)
        return stream.getvalue()

    return add


@pytest.mark.parametrize(
    ("name", "made", "part"),
    [("a.docm", "docx", "word/vbaProject.bin"), ("a.xlsm", "workbook", "xl/vbaProject.bin"),
     ("a.odt", "odt", "Basic/Standard/Module1.xml")],
)  # fmt: skip
def test_macros_are_no_part_of_the_text(name: str, made: str, part: str, make: ModuleType, tmp_path: Path) -> None:
    data = with_member(part, b'Sub AutoOpen()\nShell "calc"\nEnd Sub')(getattr(make, made)())
    articles = [item for item in outcomes(tmp_path, name, data) if isinstance(item, Article)]
    assert articles
    assert not any("AutoOpen" in article.text for article in articles)


def test_scripts_of_a_page_are_no_part_of_the_text(make: ModuleType, tmp_path: Path) -> None:
    page = make.html_page().replace(b"<p>", b"<p><script>document.write('no word of this')</script>", 1)
    (article,) = outcomes(tmp_path, "a.html", page)
    assert isinstance(article, Article)
    assert "no word of this" not in article.text
