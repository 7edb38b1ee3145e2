"""What is no part of an article's text is taken off."""

import pytest

from dateline.readers.cleaning import is_boilerplate, without_boilerplate


@pytest.mark.parametrize(
    "line",
    ["Comments", "3 Comments", "Post a Comment", "Read more", "Read more…", "Advertisement", "Share this article",
     "We use cookies to make this site work.", "All rights reserved.", "Related articles", "Tags: bridge, river"],
)  # fmt: skip
def test_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    ["Comments on the plan came from both sides.", "He printed it.", "The next story is about a cookie factory."],
)
def test_sentences_are_no_boilerplate(line: str) -> None:
    assert not is_boilerplate(line)


def test_what_follows_the_comments_heading_goes_too() -> None:
    body = "\n".join(f"This is paragraph {n} of the article." for n in range(6))
    assert without_boilerplate(f"Bridge falls\n{body}\nComments\nReader: nice\n***", "Bridge falls") == body


def test_lines_above_the_title_go_with_it() -> None:
    assert (
        without_boilerplate("Harbour\n12 May 2024\nBridge falls\nIt fell at noon.", "Bridge falls")
        == "It fell at noon."
    )
    assert without_boilerplate("Bridge falls into the sea\nIt fell.", "Bridge falls").startswith("Bridge falls into")


def test_a_line_that_goes_on_in_small_letters_is_joined() -> None:
    assert without_boilerplate("The mayor said on Friday,\nafter the vote,\nthat he would go.\nno one") == (
        "The mayor said on Friday, after the vote, that he would go.\nno one"
    )
