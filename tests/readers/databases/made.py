"""Two articles as a news database exports them, and what must be read of them."""

from pathlib import Path
from types import ModuleType

from tests.readers.made import articles_among

from dateline.core.model import Article

TEXT = "A crane fell into the harbour of Ostrey late on Thursday, the port said.\n\nNobody was hurt."
OTHER = "The council of Ostrey voted on Tuesday to rebuild the crane, its mayor said.\n\nWork begins in June."


def exported(form: str, file: Path, make: ModuleType) -> tuple[Article, Article]:
    """The two articles of a file in a database's form; each must have its own title, day and words."""
    lines = form.format(TEXT, OTHER)
    file.write_bytes(make.docx_of(lines.split("\n")) if file.suffix == ".docx" else lines.encode())
    first, second = articles_among(file)
    assert (first.title, first.published) == ("Crane falls into the harbour", "2025-03-14")
    assert (second.title, second.published) == ("Council to rebuild the crane", "2025-04-02")
    for article, whole in ((first, TEXT), (second, OTHER)):
        assert article.text.split() == whole.split()
    return first, second
