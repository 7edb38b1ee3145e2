"""Names by code, and the lanes that they make."""

import pytest

from dateline.core.change import added
from dateline.core.model import Article, Event
from dateline.library import LANES, Library
from dateline.library.lanes import codes_of, known_names, names_of


def test_lanes(library: Library) -> None:
    article = Article(id=1, text="x", title="Flood", collections=("Water",), tags=("wet",))
    library.apply(added("", [article, Event(id=5, article=1, title="a"), Event(id=6, article=None, title="b")]))
    for ids, by, lanes in (
        ([5, 6], "article", ["Flood", ""]),
        ([6, 5], "collection", ["", "Water"]),
        ([5], "tag", ["wet"]),
        ([5, 6], "certainty", ["reported", "reported"]),
    ):
        codes, names = library.lane_codes(ids, by)
        assert [names[code] for code in codes.tolist()] == lanes
    assert len(LANES) == 6


@pytest.mark.parametrize("by", LANES)
def test_an_event_that_is_gone_has_no_lane(library: Library, by: str) -> None:
    codes, names = library.lane_codes([99], by)
    assert [names[code] for code in codes] == [""]
    library.apply(added("", [Event(id=10, article=None, title="Flood")]))
    codes, names = library.lane_codes([99, 10], by)
    assert names[codes[0]] == ""


def test_names_are_completed_case_aside_and_have_codes(library: Library) -> None:
    library.apply(added("", [Event(id=1, article=None, title="a", tags=("Wet", "weir", "50%", "dry"))]))
    assert known_names(library._db, "tags", "w", 9) == ["weir", "Wet"]
    assert known_names(library._db, "tags", "w", 1) == ["weir"]
    assert known_names(library._db, "tags", "5%", 9) == []
    assert known_names(library._db, "people", "", 9) == []
    codes = codes_of(library._db, "tags", ["Wet", "unknown", "dry"])
    assert set(codes) == {"Wet", "dry"}
    assert names_of(library._db, list(codes.values())) == {code: name for name, code in codes.items()}
