"""Writing a bundle where the reader said: an image or data by the file's suffix, with the options of images."""

import argparse
import math
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path

from dateline import export, paths
from dateline.app.exporting import title_of
from dateline.app.key import only_key
from dateline.cli import annotate
from dateline.cli.streams import DASH, put_out
from dateline.core.bounds import Bounds
from dateline.core.model import Bundle
from dateline.core.moment import Moment
from dateline.core.preferences import Preferences
from dateline.errors import ExportError, UsageError
from dateline.export import image
from dateline.export.chronology import LAYOUTS
from dateline.export.common import counted
from dateline.export.image import ImageOptions
from dateline.export.image.events import told
from dateline.export.image.options import DPI, PAPERS, SCALES, SHOWS, TEMPLATES
from dateline.export.palette import THEMES
from dateline.timeline.lanes import LANE_KEYS
from dateline.timeline.words import LOCALES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of an output: its title, and those of images (the others pass them over)."""
    parser.add_argument("--title", help="the heading (the headline of the only article, or the library's name)")
    add = parser.add_argument
    add("--no-texts", dest="texts", action="store_false", help="HTML and JSON without the articles' whole texts")
    folders = "JSON and CSV name the folders that the articles' files lay in, not their names alone"
    add("--folders", action="store_true", help=folders)
    layout = "of a chronology (.docx, .chronology.pdf): for a court (with hashes of the files), a desk or a thesis"
    add("--layout", choices=tuple(LAYOUTS), default=next(iter(LAYOUTS)), help=layout)
    every = "show what is only mentioned in passing too (data always holds it)"
    parser.add_argument("--all", action="store_true", help=every)
    key = "only the N key events: of the days that mattered most, what most articles tell"
    parser.add_argument("--key", type=int, default=0, metavar="N", help=key)
    defaults = ImageOptions()
    add("--show", choices=SHOWS, help=f"the key events, the main ones or all (a picture {defaults.show}, data all)")
    add("--most", type=int, default=defaults.most, help=f"how many key events ({defaults.most})")
    parser.add_argument("--from", dest="begin", metavar="DATE", help="show only what lies on or after this date")
    parser.add_argument("--until", metavar="DATE", help="show only what lies before the end of this date")
    parser.add_argument("--dates", dest="locale", choices=LOCALES, help="how dates are written (as the settings say)")
    add = parser.add_argument_group("options of images (.png, .svg, .pdf)").add_argument
    add("--theme", choices=THEMES, default=defaults.theme, help=f"colours ({defaults.theme})")
    add("--template", choices=tuple(TEMPLATES), help="choices that go together: article (A4), poster (A2), slide, …")
    add("--columns", type=int, default=defaults.columns, help="1 to 4; 0 for as many as there is room for")
    add("--standfirst", default="", help="a sentence below the title, instead of what is shown")
    add("--credit", default="", help="who made it, at the foot")
    add("--to-scale", action="store_true", help="a linear axis instead of a chronicle")
    add("--horizontal", dest="vertical", action="store_false", help="to scale, from left to right")
    add("--width", type=_number, default=defaults.width, help=f"in --unit ({defaults.width:g})")
    add("--height", type=_number, help="in --unit; without it as high as it needs to be")
    add("--unit", choices=("px", "mm"), default=defaults.unit, help="of width and height (px)")
    add("--scale", type=int, choices=SCALES, default=defaults.scale, help=f"PNG pixels to one ({defaults.scale})")
    add("--dpi", type=int, choices=DPI, default=defaults.dpi, help="PNG pixels an inch, for sizes in mm or on paper")
    add("--paper", choices=tuple(PAPERS), default="", help="lay the timeline on this paper")
    add("--landscape", action="store_true", help="turn the paper")
    add("--pages", choices=("fit", "tile"), default=defaults.pages, help="all on one page, or as many as needed (fit)")
    add("--lanes", choices=LANE_KEYS, default=defaults.lanes, help=f"group events by this ({defaults.lanes})")
    add("--transparent", action="store_true", help="no background")
    add("--no-legend", dest="legend", action="store_false", help="leave out what the shapes mean")
    add("--no-sources", dest="sources", action="store_false", help="leave out the list of articles")
    add("--no-undated", dest="undated", action="store_false", help="leave out the events without a date")
    add("--no-breaks", dest="elastic", action="store_false", help="one even scale: busy times get no more room")
    add("--text-size", type=_number, default=defaults.text_size, help=f"in pixels ({defaults.text_size:g})")


def add_format(parser: argparse.ArgumentParser) -> None:
    """The option that says as what a file is written, where its suffix does not."""
    forms = (*export.FORMATS, *(suffix[1:] for suffix in image.SUFFIXES))
    parser.add_argument("--format", choices=forms, help="what to write, whatever the suffix; needed for -o -")


def tell(arguments: argparse.Namespace, what: str) -> None:
    """Say what was written, unless the reader wants no such words or the data themselves are on standard output."""
    if not arguments.quiet:
        print(what, file=sys.stderr if str(arguments.output) == DASH else sys.stdout)


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def check(path: Path, form: str | None = None, sources: Iterable[Path] = ()) -> None:
    """Raises UsageError, before any work is done, where no format has the file's suffix or a source would be lost."""
    if str(path) == DASH and form is None:
        raise UsageError("standard output has no suffix: say with --format what to write")
    if not is_image(path, form):
        try:
            export.format_of(path, form)
        except UsageError:
            suffixes = " ".join((*image.SUFFIXES, *(each.suffix for each in export.FORMATS.values())))
            raise UsageError(f"{path}: there is no format of this suffix; give one of {suffixes}") from None
    annotate.check_kept(path, sources)


def is_image(path: Path, form: str | None = None) -> bool:
    """Whether this is written as an image."""
    if form:
        return f".{form}" in image.SUFFIXES
    named = any(path.name.lower().endswith(each.suffix) for each in export.FORMATS.values())
    return path.suffix.lower() in image.SUFFIXES and not named


def image_options(arguments: argparse.Namespace) -> ImageOptions:
    """What `add_arguments` asked for; raises UsageError for a choice that cannot be."""
    chosen = {field.name: getattr(arguments, field.name) for field in fields(ImageOptions) if field.name in arguments}
    chosen["title"] = arguments.title or ""
    chosen["show"] = arguments.show or ImageOptions().show
    template = TEMPLATES.get(arguments.template or "", {})
    chosen |= {name: value for name, value in template.items() if chosen[name] == getattr(ImageOptions(), name)}
    if not chosen["vertical"]:
        chosen["to_scale"] = True
    preferences: Preferences = arguments.preferences
    chosen["begin"] = _typed(arguments.begin, preferences).earliest
    chosen["until"] = _typed(arguments.until, preferences).latest
    chosen["locale"] = arguments.locale or preferences.locale
    options = ImageOptions(**chosen, conventions=preferences.conventions)
    try:
        options.check()
    except ExportError as error:
        raise UsageError(str(error)) from None
    return options


def _typed(date: str | None, preferences: Preferences) -> Bounds:
    from dateline.times import typed

    return typed.read(date or "", conventions=preferences.conventions, languages=[preferences.language])


def day(date: str, preferences: Preferences) -> Moment:
    """The last moment of a typed day, month or year; raises UsageError where it is none."""
    latest = _typed(date, preferences).latest
    if latest is None:
        raise UsageError(f"{date!r} has no end")
    return latest - 1


def write(
    bundle: Bundle,
    path: Path,
    options: ImageOptions,
    form: str | None = None,
    *,
    every: bool = False,
    texts: bool = True,
    folders: bool = False,
    layout: str = "court",
) -> str:
    """Write the file whole or not at all, and return what was written, in a line; raises ExportError or UsageError.

    An image shows what is mentioned in passing only with ``every``; data always holds it. ``texts`` and ``folders``
    (`Options.texts`, `Options.paths`) are for data, ``layout`` is for chronologies.
    """
    made: Sequence[Path] = [path]
    if is_image(path, form):
        options = replace(options, show="all") if every else options
        made = _write_image(bundle, path, options, form)
    else:
        chosen = export.Options(
            title=options.title,
            locale=options.locale,
            conventions=options.conventions,
            texts=texts,
            paths=folders,
            layout=layout,
        )
        content = export.format_of(path, form).write(bundle, chosen)
        try:
            if str(path) == DASH:
                put_out(content)
            else:
                paths.replace_file(path, content)
        except OSError as error:
            raise ExportError(f"{path} could not be written: {error.strerror}") from None
    events = len(told(bundle, options)) if is_image(path, form) else len(bundle.events)
    counts = counted(events, "event"), counted(len(bundle.articles), "article")
    return f"{', '.join(map(str, made))}: {' from '.join(counts)}"


def narrowed(arguments: argparse.Namespace, bundle: Bundle) -> Bundle:
    """What `--show` leaves, merged groups whole; a picture chooses the main ones by itself."""
    if arguments.show == "key":
        return only_key(bundle, arguments.most)
    if arguments.show == "main":
        groups = {event.merge for event in bundle.events if event.main and event.merge is not None}
        return replace(bundle, events=tuple(e for e in bundle.events if e.main or e.merge in groups))
    return bundle


def save(arguments: argparse.Namespace, bundle: Bundle, path: Path, options: ImageOptions, name: str = "") -> None:
    """Write the file as `add_format` and `add_arguments` asked, and say what was written; raises as `write`.

    ``name`` is the library's, for a heading where none is asked for.
    """
    if arguments.title is None:
        options = replace(options, title=title_of(bundle, name))
    picture = is_image(path, arguments.format) and arguments.show != "key"
    bundle = bundle if picture else narrowed(arguments, bundle)
    shared = {"every": arguments.all, "texts": arguments.texts, "folders": arguments.folders}
    tell(arguments, write(bundle, path, options, arguments.format, layout=arguments.layout, **shared))


def _write_image(bundle: Bundle, path: Path, options: ImageOptions, form: str | None) -> Sequence[Path]:
    """Write an image; one of another suffix than its format, or for standard output, by way of a file that has it."""
    if path.suffix.lower() in image.SUFFIXES and form in (None, path.suffix.lower()[1:]):
        return image.write(bundle, path, options)
    with tempfile.TemporaryDirectory() as folder:
        made = image.write(bundle, Path(folder) / f"timeline.{form}", options)
        if len(made) > 1:
            raise ExportError(f"this image has {len(made)} pages; name a file to write that ends with .{form}")
        if str(path) == DASH:
            put_out(made[0].read_bytes())
        else:
            paths.replace_file(path, made[0].read_bytes())
    return [path]
