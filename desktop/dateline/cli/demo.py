"""`dateline demo`: Dateline at work on its sample articles, invented news of two running stories."""

import argparse
from pathlib import Path
from typing import Any

from dateline import paths
from dateline.app.importing import Job
from dateline.app.key import only_key
from dateline.cli import output
from dateline.cli.open import has_display
from dateline.cli.timeline import collect, print_timeline
from dateline.export.image.options import TEMPLATES, ImageOptions

_PICTURE: dict[str, Any] = {
    **TEMPLATES["article"], "title": "The flood, the strike and the bid", "show": "all", "pages": "fit",
}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `demo`."""
    add = parser.add_argument
    add("-o", "--output", metavar="OUT", default="timeline.png", help="the image to write (timeline.png)")
    add("--key", type=int, default=25, metavar="N", help="how many key events to show (25)")
    add("--no-window", action="store_true", help="do not open the window, even where there is a display")


def run(arguments: argparse.Namespace) -> int:
    """Print the samples' timeline, write its image, and open the window on them where there is a display."""
    file = Path(arguments.output)
    output.check(file)
    samples = paths.resources() / "samples"
    preferences = arguments.preferences
    whole, failed = collect([samples], Job(preferences))
    bundle = only_key(whole, arguments.key)
    options = ImageOptions(**_PICTURE, locale=preferences.locale, conventions=preferences.conventions)
    print_timeline(bundle, options)
    output.write(bundle, file, options)
    print(f"\nThe timeline is in {file}.")
    if arguments.no_window or arguments.window is None or not has_display():
        return failed
    return arguments.window([samples], paths.data() / "Samples.dateline") or failed
