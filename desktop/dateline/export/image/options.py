"""What one may choose about an image."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dateline.core.message import Say, in_english
from dateline.core.model import Conventions
from dateline.core.moment import Moment
from dateline.errors import ExportError
from dateline.export.palette import THEMES
from dateline.timeline.lanes import LANE_KEYS, LaneKey

PAPERS: dict[str, tuple[float, float]] = {
    "A4": (210.0, 297.0), "A3": (297.0, 420.0), "A2": (420.0, 594.0), "Letter": (215.9, 279.4),
}  # fmt: skip
"""Paper sizes, millimetres, upright."""
DPI = (96, 150, 300)
SCALES = (1, 2, 3, 4)
MM = 96 / 25.4
"""Scene pixels a millimetre."""
LEAST_TEXT = 6.5 * 96 / 72
"""Scene pixels of the smallest text that is printed: 6.5 pt."""

SHOWS = ("key", "main", "all")
TEMPLATES: dict[str, dict[str, object]] = {
    "article": {"paper": "A4", "pages": "tile", "text_size": 10.0, "theme": "print"},
    "poster": {"paper": "A2", "pages": "fit", "text_size": 17.0, "theme": "print", "columns": 3},
    "slide": {
        "width": 1280.0, "height": 720.0, "unit": "px", "paper": "", "text_size": 16.0, "columns": 2, "sources": False,
    },
    "column": {
        "width": 90.0, "height": None, "unit": "mm", "paper": "", "text_size": 10.0, "columns": 1, "theme": "print",
        "show": "key",
    },
    "square": {"width": 1080.0, "height": 1080.0, "unit": "px", "paper": "", "text_size": 20.0, "columns": 1},
}  # fmt: skip
"""Choices that go together, by the use that they are for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageOptions:
    """The choices of an image export.

    ``width`` and ``height`` are in ``unit``; no height means as high as it needs to be. ``scale`` multiplies the
    pixels of a PNG; ``dpi`` is its resolution, which sizes in millimetres and paper are multiplied by too.
    ``begin`` and ``until`` show only that range. ``lanes`` groups the events. ``title``, ``legend``, ``sources``
    and ``undated`` (the shelf of events without a date) are put around the timeline.

    The picture is a chronicle in ``columns`` (0: as many as there is room for) unless ``to_scale``, which draws a
    linear axis. ``show`` takes the ``most`` weightiest ("key"), what is told outright ("main") or "all".
    ``standfirst`` stands below the title ("": what is shown, in a sentence), ``credit`` at the foot.

    ``elastic`` gives busy times
    more room than quiet ones and presses long empty ones together, with a sign. ``paper`` (A4, A3, A2, Letter; "" for
    none) with ``landscape`` sets the size: ``pages`` "fit" puts all on one sheet, "tile" on as many as are needed,
    with marks where they join. ``locale`` is how dates are written, ``conventions`` names the parts of a day; ``say``
    gives the picture's own words in the reader's language, ``count`` writes its numbers.
    """

    width: float = 900.0
    height: float | None = None
    unit: Literal["px", "mm"] = "px"
    scale: int = 2
    dpi: int = 96
    theme: str = "light"
    transparent: bool = False
    vertical: bool = True
    begin: Moment | None = None
    until: Moment | None = None
    lanes: LaneKey = "none"
    title: str = ""
    legend: bool = True
    sources: bool = True
    undated: bool = True
    to_scale: bool = False
    show: Literal["key", "main", "all"] = "main"
    most: int = 25
    standfirst: str = ""
    credit: str = ""
    columns: int = 0
    elastic: bool = True
    paper: Literal["", "A4", "A3", "A2", "Letter"] = ""
    landscape: bool = False
    pages: Literal["fit", "tile"] = "fit"
    text_size: float = 13.0
    locale: str = "en_GB"
    conventions: Conventions = Conventions()
    say: Say = in_english
    count: Callable[[int], str] = "{:,}".format

    def check(self) -> None:
        """Raises ExportError, in words, for a choice that cannot be."""
        size = MM if self.unit == "mm" else 1.0
        problems = [
            (self.width * size < 200, "The width must be at least 200 pixels (53 mm)."),
            (self.height is not None and self.height * size < 200, "The height must be at least 200 pixels (53 mm)."),
            (self.scale not in SCALES, "The scale must be 1, 2, 3 or 4."),
            (self.dpi not in DPI, "The resolution must be 96, 150 or 300 DPI."),
            (self.theme not in THEMES, f"The theme must be one of {', '.join(THEMES)}."),
            (self.lanes not in LANE_KEYS, f"Lanes must be one of {', '.join(LANE_KEYS)}."),
            (self.paper not in ("", *PAPERS), f"The paper must be one of {', '.join(PAPERS)}."),
            (not 8 <= self.text_size <= 32, "The text size must be 8 to 32 pixels."),
            (self.show not in SHOWS, f"What is shown must be one of {', '.join(SHOWS)}."),
            (not 1 <= self.most <= 1000, "The number of key events must be 1 to 1,000."),
            (not 0 <= self.columns <= 4, "The columns must be 1 to 4, or 0 for as many as there is room for."),
            (
                self.printed and self.text_size < LEAST_TEXT,
                "Text would be smaller than 6.5 pt, too small to read in print. Choose a text size of 9 or more.",
            ),
            (
                self.begin is not None and self.until is not None and self.begin >= self.until,
                "The range must begin before it ends.",
            ),
        ]
        for wrong, words in problems:
            if wrong:
                raise ExportError(words)

    @property
    def printed(self) -> bool:
        """Whether the picture has a size on paper."""
        return bool(self.paper) or self.unit == "mm"

    @property
    def page(self) -> tuple[float, float] | None:
        """The paper's size in scene pixels, None without paper."""
        if not self.paper:
            return None
        short, long = (side * MM for side in PAPERS[self.paper])
        return (long, short) if self.landscape else (short, long)

    @property
    def size(self) -> tuple[float, float | None]:
        """Width and height in scene pixels (96 to the inch)."""
        if self.page:
            return self.page
        factor = MM if self.unit == "mm" else 1.0
        return self.width * factor, None if self.height is None else self.height * factor

    @property
    def factor(self) -> float:
        """Pixels of a PNG to one of the scene: the scale, and the resolution where the size is a length."""
        return self.scale * (self.dpi / 96 if self.unit == "mm" or self.paper else 1.0)
