"""Word lists as data: a text of alternatives as a set, and as one pattern."""

from dateline.readers.patterns import any_of, words


def test_words_are_parted_by_any_space() -> None:
    assert words("  crane quay\n\tcrane  ") == {"crane", "quay"}


def test_alternatives_are_parted_by_two_spaces_or_a_line_and_may_have_one_space_in_them() -> None:
    pattern = any_of("\n    first published  posted\n    mis en ligne\n")
    for text in ("First published", "POSTED", "mis en ligne"):
        assert pattern.fullmatch(text)
    assert not pattern.search("published first")


def test_what_stands_before_and_after_holds_for_each_alternative() -> None:
    pattern = any_of("due  ends?", before=r"(?<!\w)", after=r"\s*:")
    assert [bool(pattern.search(text)) for text in ("due:", "End :", "weekend:", "due today")] == [True, True, False, False]  # fmt: skip  # noqa: E501
