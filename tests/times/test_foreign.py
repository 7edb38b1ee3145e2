"""Languages that have no grammar."""

import pytest
from tests.times.found import SUNDAY

from dateline.times import find
from dateline.times.foreign import find as find_foreign
from dateline.times.foreign import knows


def test_other_languages_are_read_by_dateparser() -> None:
    found = find("Il 3 marzo 2020 il ponte crollò. Nel marzo 2019 era chiuso. Ieri ha riaperto.", SUNDAY, language="it")
    assert [(each.value, each.anchor) for each in found] == [
        ("2020-03-03", "absolute"), ("2019-03", "absolute"), ("2025-03-29", "publication"),
    ]  # fmt: skip
    assert [each.resolved for each in find("Ieri ha riaperto.", None, language="it")] == [False]
    assert find("hello 3 May", SUNDAY, language="zz") == []


def test_languages_are_known_by_their_codes() -> None:
    assert [knows(code) for code in ("it", "sv", "zz", "")] == [True, True, False, False]


@pytest.mark.parametrize("published", [None, "2025", "2025-03"])
def test_without_a_day_of_publication_relative_words_have_no_place(published: str | None) -> None:
    (found,) = find_foreign("Ieri ha riaperto.", published, language="it", article=7)
    assert (found.article, found.text.lower(), found.resolved) == (7, "ieri", False)
