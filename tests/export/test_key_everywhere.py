"""How many key events are asked for goes through every format, data and images, from the command line."""

from pathlib import Path

import pytest
from tests.made_library import made_library

from dateline import cli, export
from dateline.core.change import added, joined
from dateline.core.filter import Filter
from dateline.core.model import Bundle
from dateline.export import image
from dateline.library import Library


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of 400 events of 30 articles, some of them merged."""
    file = tmp_path_factory.mktemp("key") / "Harbour.dateline"
    made = made_library(400, 30)
    with Library.open(file) as library:
        library.apply(joined("Bring in", (added("", part) for part in (made.articles, made.merges, made.events))))
    return file


def happenings(bundle: Bundle) -> set[int]:
    return {event.merge or -event.id for event in bundle.events}


@pytest.mark.parametrize("name", [*export.FORMATS, *(suffix[1:] for suffix in image.SUFFIXES)])
def test_every_format_has_as_many_key_events_as_asked_for(
    kept: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Bundle] = []

    def noted(bundle: Bundle) -> Bundle:
        written.append(bundle)
        return bundle

    if name in export.FORMATS:
        form = export.FORMATS[name]
        spied = form._replace(write=lambda bundle, options: form.write(noted(bundle), options))
        monkeypatch.setitem(export.FORMATS, name, spied)
    else:
        draw = image.write
        monkeypatch.setattr(image, "write", lambda bundle, path, options: draw(noted(bundle), path, options))
    for most in (10, 25, 50):
        out = tmp_path / f"{most}.out.{name}"
        asked = ["export", "--library", str(kept), "-o", str(out), "--format", name, "--key", str(most)]
        assert cli.run(asked) == 0
        with Library.open(kept, read_only=True) as library:
            key = library.key_events(Filter(), most)
            expected = {event.merge or -event.id for row, _ in key if (event := library.event(row))}
        assert happenings(written[-1]) == expected
        assert len(happenings(written[-1])) == most
        assert list(tmp_path.glob(f"{most}.*"))
