"""The chronology as a PDF: A4, text that can be searched and copied, the page's number at each foot."""

from html import escape

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from dateline.core.model import Bundle
from dateline.export.chronology import Paragraph, paragraphs
from dateline.export.common import Options, xml_text
from dateline.export.image.files import ready
from dateline.export.image.fonts import FAMILIES, SERIFS
from dateline.version import __version__

_STYLES = {
    "title": "font-size: 20pt; font-weight: bold; margin-bottom: 4pt",
    "subtitle": "font-size: 10pt; color: #595959; margin-bottom: 12pt",
    "heading": "font-size: 13pt; font-weight: bold; margin-top: 14pt; margin-bottom: 5pt",
    "entry": "margin-top: 6pt; margin-bottom: 2pt",
    "quote": "font-style: italic; margin-left: 28pt; margin-right: 28pt; margin-bottom: 2pt",
    "source": "font-size: 9pt; color: #595959; margin-left: 28pt; margin-bottom: 3pt",
    "exhibit": "margin-top: 5pt; margin-bottom: 1pt",
    "hash": "font-size: 7.5pt; color: #595959; margin-left: 28pt; margin-bottom: 3pt",
}


def write(bundle: Bundle, options: Options) -> bytes:
    """The chronology as Qt lays it out; without a display its offscreen platform is used."""
    ready()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(8, 8, 8, 8), QPageLayout.Unit.Millimeter)  # Qt's own of 2 cm come within
    writer.setTitle(options.heading)
    writer.setCreator(f"Dateline {__version__}")
    document = QTextDocument()
    font = document.defaultFont()
    font.setFamilies([*SERIFS, *FAMILIES])
    font.setPointSizeF(11)
    document.setDefaultFont(font)
    document.setHtml("".join(map(_html, paragraphs(bundle, options))))
    document.print_(writer)
    del writer  # ends the file
    return bytes(buffer.data().data())


def _html(paragraph: Paragraph) -> str:
    runs = "".join(
        f"<b>{escape(xml_text(text))}</b>" if bold else escape(xml_text(text)) for text, bold in paragraph.runs
    )
    return f'<p style="margin-top: 0; {_STYLES[paragraph.style]}">{runs}</p>'
