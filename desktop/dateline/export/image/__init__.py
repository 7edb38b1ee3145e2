"""The scene painted: on screen, and into PNG, SVG and PDF. Qt is imported only when something is painted."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.core.model import Bundle

if TYPE_CHECKING:
    from dateline.export.image.options import ImageOptions

__all__ = ["SUFFIXES", "ImageOptions", "write"]

SUFFIXES = (".png", ".svg", ".pdf")
"""What can be written; the file's suffix decides."""


def write(bundle: Bundle, path: Path, options: "ImageOptions | None" = None) -> Sequence[Path]:
    """Write the bundle's timeline as an image; returns the files made.

    One file, unless the timeline is laid over several pages as PNG or SVG: then ``name-1.png``, ``name-2.png`` …
    PDF holds all pages. Every event is a mark or is counted in a cluster; rejected and binned events are left out.
    Without a display Qt's offscreen platform is used.

    Raises:
        ExportError: when the image would be too large, or the file cannot be written.
    """
    from dateline.export.image.files import write_image
    from dateline.export.image.options import ImageOptions

    return write_image(bundle, path, options or ImageOptions())


def __getattr__(name: str) -> object:
    if name == "ImageOptions":  # the window paints without it
        from dateline.export.image.options import ImageOptions

        return ImageOptions
    raise AttributeError(name)
