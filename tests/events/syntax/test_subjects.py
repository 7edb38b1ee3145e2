"""Verbs get the subjects that the parser took for parts of something else."""

from collections.abc import Callable

import pytest

from dateline.core.model import Event

One = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        # What an aside in commas says of the subject is no verb of the sentence.
        ("The rescue, likened to threading a needle, failed on Monday.", "failed", "The rescue failed"),
        ("The operation, likened to pulling a tooth, ended on Monday.", "ended", "The operation ended"),
        # The speaker behind what was told, and the one in commas behind the place.
        ("Heavy snow is preventing the search for more divers, the head of the Durl coast guard told Plexa Monday.",
         "told", "The head of the Durl coast guard told Plexa: heavy snow is preventing the search for more divers"),
        # The subject of what was ordered is no object.
        ("A judge ordered Dr Ida Roke should stand trial in June over a patient's death.", "stand",
         "Dr Ida Roke should stand trial over a patient's death"),
        # Lists of those who do something "as" something else goes on.
        ("The shooting on Sunday turned a protest into a revolt as clerks, tribal leaders and doctors hasten to leave.",
         "hasten", "Clerks, tribal leaders and doctors hasten to leave"),
        # Words before a bare day are no part of it.
        ("President Orm Vask sent an envoy to Norland Monday to meet with rebels.", "sent",
         "President Orm Vask sent an envoy to Norland"),
        ("The guard answered a call from the trawler, which became disabled Monday night near the Sund Islands.",
         "became", "The trawler became disabled near the Sund Islands"),
    ],
)  # fmt: skip
def test_everybody_does_what_he_does(one: One, text: str, word: str, title: str) -> None:
    assert one(word, text).title == title
