"""Plain text."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.readers.made import articles


@pytest.mark.parametrize("name", ["cp1251", "gb18030", "shift_jis", "cp1252", "utf-16"])
def test_text_in_any_encoding(name: str, folder: Path, make: ModuleType) -> None:
    (article,) = articles(folder / f"{name}.txt")
    assert article.text == make.LANGUAGES[name]
    assert article.title == make.LANGUAGES[name].split("\n")[0]


def test_plain_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    text = "Bridge falls \r\n\r\n  Two people  were killed.\n\tIt was “old”.\n\n"
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    (article,) = articles(file)
    assert article.text == text


def test_a_large_text_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"The bridge fell on Saturday night, and two people were killed.\n" * 800_000)
    (article,) = articles(file)
    assert len(article.text) > 50_000_000
