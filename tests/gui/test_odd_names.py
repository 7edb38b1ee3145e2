"""A library may lie in a folder whose name is no Unicode."""

from pathlib import Path

from dateline.gui.shell.instance import name_of
from dateline.gui.workspace.session import Session


def test_a_path_that_is_no_unicode_is_kept_and_has_its_own_doorbell(tmp_path: Path) -> None:
    odd = Path("/stories/hafen\udcff.dateline")
    session = Session(tmp_path / "window.json")
    session.set(library=str(odd))
    session.save()
    assert Session(tmp_path / "window.json").text("library") == str(odd)
    assert name_of(odd) != name_of(Path("/stories/hafen.dateline"))
