"""Word lists as data: many alternatives in a text, and the pattern or set made of them."""

import re


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by spaces."""
    return frozenset(text.split())


def any_of(text: str, *, before: str = "", after: str = "") -> re.Pattern[str]:
    """A pattern, blind to case, of a text of regular expressions, parted by line ends or two spaces."""
    alternatives = "|".join(re.split(r"\s*\n\s*|\s{2,}", text.strip()))
    return re.compile(f"{before}(?:{alternatives}){after}", re.IGNORECASE)
