"""Prints the notices and licence texts of everything that a bundle holds beside Dateline: what pyproject.toml names,
what that needs, and how to put another Qt in the place of the one that comes along.

    .venv/bin/python packaging/notices.py [dist/dateline]

With a bundle's folder Python, PyInstaller and the system's libraries that lie in it are told too, and it fails where
anything in the bundle has no text.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
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


def held(bundle: Path) -> set[str]:
    """The distributions that have modules in a bundle."""
    from PyInstaller.archive.readers import CArchiveReader

    modules = CArchiveReader(str(bundle / "dateline")).open_embedded_archive("PYZ.pyz").toc
    folders = (each.name for each in (bundle / "_internal").iterdir() if each.is_dir())
    whose = metadata.packages_distributions()
    tops = {name.partition(".")[0] for name in (*modules, *folders)}
    return {re.sub(r"[-_.]+", "-", name).lower() for top in tops for name in whose.get(top, ())} - {"dateline"}


def libraries(bundle: Path) -> dict[str, str]:
    """The system's libraries in a bundle, by the Debian package that each came in, with its copyright file.

    Links lead to what wheels brought, and what has a hash in its name came with numpy, which tells of it itself.
    """
    found: dict[str, str] = {}
    for file in sorted((bundle / "_internal").glob("lib*.so*")):
        if file.is_symlink() or re.search(r"-[0-9a-f]{8}", file.name) or file.name.startswith("libpython"):
            continue
        command = ["dpkg-query", "--search", f"*/{file.name}"]
        package = subprocess.run(command, capture_output=True, text=True, check=False).stdout.partition(":")[0]
        text = Path("/usr/share/doc") / package / "copyright"
        found[package or file.name] = text.read_text(encoding="utf-8", errors="replace") if package else ""
    return found


def frozen(bundle: Path) -> dict[str, str]:
    """What a bundle has that is no distribution of `parts`, with the texts."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    own = next(file for file in (stdlib / "LICENSE.txt", Path("/usr/share/doc/python3/copyright")) if file.is_file())
    return {
        f"Python {sys.version.split()[0]}": own.read_text(encoding="utf-8"),
        "PyInstaller": "".join(texts("pyinstaller", metadata.distribution("pyinstaller"))),
        **(libraries(bundle) if shutil.which("dpkg-query") else {}),
    }


def main() -> None:
    """Print them; fail where one has none."""
    told = {f"{part.metadata['Name']} {part.version}": texts(name, part) for name, part in parts("app").items()}
    lacking: set[str] = set()
    if len(sys.argv) > 1:
        bundle = Path(sys.argv[1])
        lacking = held(bundle) - parts("app").keys()
        told |= {name: [text] for name, text in frozen(bundle).items()}
    lacking |= {name for name, each in told.items() if not "".join(each).strip()}
    if lacking:
        sys.exit(f"no licence text for {', '.join(sorted(lacking))}")
    print(f"What comes with Dateline, and its licences\n\n{QT}")
    for name, each in told.items():
        print(f"{'=' * 100}\n{name}\n")
        print("\n\n".join(each))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()
