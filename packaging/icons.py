"""Draws resources/icons/dateline.svg as a picture: `icons.py OUT.png SIZE`, or `icons.py OUT.ico` with every size."""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt  # the platform is chosen first
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "dateline.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def png(size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """The pictures as a Windows icon: a directory, then each as PNG."""
    offset = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, content in pictures.items():
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return directory + b"".join(pictures.values())


def main() -> None:
    app = QGuiApplication(sys.argv[:1])
    out = Path(sys.argv[1])
    out.write_bytes(ico({size: png(size) for size in SIZES}) if out.suffix == ".ico" else png(int(sys.argv[2])))
    del app


if __name__ == "__main__":
    main()
