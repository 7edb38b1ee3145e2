"""What every reader shares: the budget of a file, members and attachments, and what a list states of a file."""

from datetime import date
from pathlib import Path

import pytest

from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers.base import MB, Budget, Exhausted, Found, Limits, Refusal, Source, Stated, too_large
from dateline.readers.dates import Day
from dateline.readers.evidence import Clue


def source(name: str = "a.zip", **fields: object) -> Source:
    return Source(name, b"data", Limits(member_bytes=10, depth=2), **fields)  # type: ignore[arg-type]


class TestBudget:
    def test_it_grows_with_the_file_between_a_floor_and_the_most(self) -> None:
        limits = Limits(total_bytes=100 * MB, ratio=10)
        assert [Budget.of(size * MB, limits).bytes for size in (0, 2, 50)] == [10 * MB, 20 * MB, 100 * MB]

    def test_what_is_spent_is_gone_for_every_member(self) -> None:
        budget = Budget(bytes=10, members=3)
        outer = source(budget=budget)
        outer.member("b.zip", b"12345").member("c.txt", b"1234")
        with pytest.raises(Exhausted, match="larger than Dateline reads from one file"):
            outer.member("d.txt", b"12")

    def test_so_is_the_number_of_members(self) -> None:
        budget = Budget(bytes=10, members=1)
        budget.spend(0)
        with pytest.raises(Exhausted, match="more files"):
            budget.spend(0)


class TestSource:
    @pytest.mark.parametrize(
        ("name", "stem", "suffix"),
        [
            ("a/Crane.Falls.TXT", "Crane.Falls", ".txt"),
            ("C:\\news\\crane.html", "crane", ".html"),
            ("a.zip/crane", "crane", ""),
            (".hidden", ".hidden", ""),
        ],
    )
    def test_its_name_has_a_stem_and_a_suffix(self, name: str, stem: str, suffix: str) -> None:
        assert (source(name).stem, source(name).suffix) == (stem, suffix)

    def test_a_member_is_named_by_its_container_and_lies_in_no_folder(self, tmp_path: Path) -> None:
        member = source(folder=tmp_path).member("b.txt", b"words")
        assert (member.name, member.data, member.depth, member.folder) == ("a.zip/b.txt", b"words", 1, None)

    def test_containers_nest_so_deeply_only(self) -> None:
        with pytest.raises(Refused, match="more than 2 containers deep"):
            source().member("b", b"").member("c", b"").member("d", b"")

    def test_a_large_member_is_refused(self) -> None:
        with pytest.raises(Refused, match="larger"):
            source().member("b", b"x" * 11)

    def test_a_member_that_is_not_read_costs_itself_only(self) -> None:
        assert source().offered("b.txt", b"words") == source().member("b.txt", b"words")
        refused = source().offered("b.eml", b"x" * 11, "message 1")
        assert isinstance(refused, Refusal)
        assert (refused.file, "larger" in refused.reason) == ("a.zip/message 1", True)
        with pytest.raises(Exhausted):
            source(budget=Budget(bytes=1, members=1)).offered("b.txt", b"words")

    def test_what_lies_in_its_folder_is_attached(self, tmp_path: Path) -> None:
        (tmp_path / "files").mkdir()
        (tmp_path / "files" / "a.txt").write_bytes(b"words")
        attached = source("list.rdf", folder=tmp_path).attached("files/a.txt")
        assert (attached.name, attached.data) == ("list.rdf/files/a.txt", b"words")

    @pytest.mark.parametrize("path", ["../a.txt", "link.txt", "none.txt", ".", "a\0b"])
    def test_what_lies_elsewhere_is_not(self, path: str, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"words")
        folder = tmp_path / "list"
        folder.mkdir()
        (folder / "link.txt").symlink_to(tmp_path / "a.txt")
        with pytest.raises(Refused, match="does not lie in the folder"):
            source("list.rdf", folder=folder).attached(path)

    def test_a_list_in_an_archive_has_no_attachments(self) -> None:
        with pytest.raises(Refused, match="does not lie in the folder"):
            source("a.zip/list.rdf").attached("a.txt")


class TestStated:
    FOUND = Found(
        text="words",
        format="text",
        title="Untitled",
        site="A site",
        clues=(Clue(Day(date(2024, 1, 5), 0, 0), "byline", "a line", "5 Jan", Confidence.LIKELY),),
    )

    def test_what_a_list_states_goes_before_what_is_found(self) -> None:
        day = Clue(Day(date(2025, 3, 14), 0, 0), "field", "the list", "14 March", Confidence.CERTAIN)
        both = Stated(title="Crane falls", clues=(day,)).over(self.FOUND)
        assert (both.title, both.site, both.text) == ("Crane falls", "A site", "words")
        assert [(clue.value, clue.confidence) for clue in both.clues] == [
            ("2025-03-14", Confidence.CERTAIN),
            ("2024-01-05", Confidence.GUESS),
        ]

    def test_a_list_without_a_day_takes_nothing_off_the_one_found(self) -> None:
        assert Stated(title="Crane falls").over(self.FOUND).clues == self.FOUND.clues


def test_sizes_are_told_as_a_person_reads_them() -> None:
    assert str(too_large(1_572_864, 60 * MB)) == "it is larger (1.5 MB) than Dateline reads at once (60 MB)"
    assert str(too_large(2_000 * MB, MB, "{size} of {most}")) == "2,000 MB of 1.0 MB"
