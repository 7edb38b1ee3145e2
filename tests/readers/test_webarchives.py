"""Pages as browsers and crawlers keep them."""

import json
from pathlib import Path
from types import ModuleType

from tests.readers.made import articles_among


def test_the_page_in_a_browsers_recording(tmp_path: Path, make: ModuleType) -> None:
    def entry(kind: str, text: str) -> dict[str, object]:
        answer = {"content": {"mimeType": kind, "text": text}}
        return {"request": {"url": "https://post.example/2025/03/30/a"}, "response": answer}

    entries = [entry("text/css", "p { margin: 0 }"), entry("text/html; charset=utf-8", make.page())]
    file = tmp_path / "a.har"
    file.write_text(json.dumps({"log": {"entries": entries}}))
    (article,) = articles_among(file)
    assert (article.title, article.published) == (make.TITLE, make.DAY)
