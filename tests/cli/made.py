"""A good article, and how files are written."""

from collections.abc import Callable
from pathlib import Path

Write = Callable[..., Path]
GOOD = "HARVEN, March 3, 2026 (Northern Press) — The embankment at Marl Bridge broke on Monday, police said.\n"
