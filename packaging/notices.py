"""Prints the notices and licence texts of everything that a bundle holds beside Dateline: what pyproject.toml names,
what that needs, and how to put another Qt in the place of the one that comes along.
"""

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
TEXTS = Path(__file__).parent / "licences"
LENT = {"pyside6-essentials": ("LGPL-3.0", "GPL-3.0"), "shiboken6": ("LGPL-3.0", "GPL-3.0")}
"""Distributions that come without the text of their licence, and the texts that it is."""
WITHOUT = {
    "cobble": "BSD licence, as its metadata say; it comes without a text. https://github.com/mwilliamson/python-cobble"
}
QT = """Qt and its bindings (PySide6, Shiboken6) are used under the LGPL, version 3. They lie in the bundle's
folder PySide6 as separate libraries (_internal/PySide6/Qt/lib): put your own build of the same major version in their
place and start the program again. Their source is at https://download.qt.io and https://code.qt.io.
"""
_TEXT = re.compile(r"(^|/)(licen[cs]es?|copying|notices?|authors)[^/]*$|/licenses/", re.IGNORECASE)


def parts(*extras: str) -> dict[str, metadata.Distribution]:
    """The distributions that Dateline needs with these extras, by name, their own needs with them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [
        *project["dependencies"],
        *(need for extra in extras for need in project["optional-dependencies"][extra]),
    ]
    found: dict[str, metadata.Distribution] = {}
    while waiting:
        wanted = Requirement(waiting.pop())
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in found or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        found[name] = metadata.distribution(wanted.name)
        for need in map(Requirement, found[name].requires or []):
            if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras)):
                need.marker = None
                waiting.append(str(need))
    return dict(sorted(found.items()))


def texts(name: str, part: metadata.Distribution) -> list[str]:
    """The licence texts of a distribution."""
    files = [file for file in part.files or [] if _TEXT.search(str(file)) and file.suffix not in (".py", ".pyc", ".h")]
    own = [Path(str(file.locate())).read_text(encoding="utf-8", errors="replace") for file in files]
    lent = [(TEXTS / f"{text}.txt").read_text(encoding="utf-8") for text in LENT.get(name, ())]
    return [*own, *lent] or ([WITHOUT[name]] if name in WITHOUT else [])


def main() -> None:
    """Print them."""
    print(f"What comes with Dateline, and its licences\n\n{QT}")
    for name, part in parts("app").items():
        print(f"{'=' * 100}\n{part.metadata['Name']} {part.version}\n")
        print("\n\n".join(texts(name, part)))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()
