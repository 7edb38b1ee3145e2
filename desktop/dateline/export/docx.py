"""The chronology as a Word document (Office Open XML), without a template of anyone's."""

import io
import zipfile
from xml.sax.saxutils import escape

from dateline.core.model import Bundle
from dateline.export.chronology import Paragraph, paragraphs
from dateline.export.common import Options, one_line, xml_text

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Style: its name in Word, what paragraphs have (spacing in twentieths of a point), what letters have (size in halves).
_GREY = '<w:color w:val="595959"/>'
_STYLES = {
    "title": ("Title", '<w:spacing w:after="80"/>', '<w:b/><w:sz w:val="40"/>'),
    "subtitle": ("Subtitle", '<w:spacing w:after="240"/>', f'{_GREY}<w:sz w:val="20"/>'),
    "heading": (
        "heading 1",
        '<w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="26"/>',
    ),
    "entry": (
        "Entry",
        '<w:keepLines/><w:spacing w:before="120" w:after="40"/><w:ind w:left="567" w:hanging="567"/>',
        "",
    ),
    "quote": ("Quote", '<w:keepLines/><w:spacing w:after="40"/><w:ind w:left="851" w:right="567"/>', "<w:i/>"),
    "source": ("Source", '<w:spacing w:after="60"/><w:ind w:left="851"/>', f'{_GREY}<w:sz w:val="18"/>'),
    "exhibit": ("Exhibit", '<w:keepNext/><w:spacing w:before="100" w:after="20"/>', ""),
    "hash": ("Hash", '<w:spacing w:after="60"/><w:ind w:left="567"/>', f'{_GREY}<w:sz w:val="16"/>'),
}


def write(bundle: Bundle, options: Options) -> bytes:
    """The chronology on A4, the title and the page's number at its foot."""
    body = "".join(map(_paragraph, paragraphs(bundle, options)))
    page = (
        f'<w:sectPr><w:footerReference xmlns:r="{_R}" w:type="default" r:id="rId2"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304"'
        ' w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    title = _escaped(one_line(options.heading))
    fields = "".join(
        f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r><w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r>'
        "</w:fldSimple>"
        for before, field in ((f"{title} · ", "PAGE"), (" / ", "NUMPAGES"))
    )
    made = f"{options.made:%Y-%m-%dT%H:%M:%SZ}"
    return _packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            f'<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>'
            '<Override PartName="/docProps/core.xml"'
            ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
            "_rels/.rels": _relations(
                (f"{_R}/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ),
            "word/_rels/document.xml.rels": _relations((f"{_R}/styles", "styles.xml"), (f"{_R}/footer", "footer1.xml")),
            "word/document.xml": f"<w:document {_W}><w:body>{body}{page}</w:body></w:document>",
            "word/styles.xml": _styles(),
            "word/footer1.xml": f'<w:ftr {_W}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>{fields}</w:p></w:ftr>',
            "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f'<dc:title>{title}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
            "</cp:coreProperties>",
        }
    )


def _paragraph(paragraph: Paragraph) -> str:
    runs = "".join(
        f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'
        for text, bold in paragraph.runs
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>{runs}</w:p>'


def _styles() -> str:
    body = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        for style, (name, paragraph, letters) in _STYLES.items()
    )
    return (
        f'<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="normal"><w:name w:val="Normal"/>'
        '<w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/><w:sz w:val="22"/></w:rPr></w:style>'
        f"{body}</w:styles>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _escaped(text: str) -> str:
    return escape(xml_text(text))


def _packed(parts: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name)  # of 1980, so that the same chronology gives the same file
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, _HEAD + text)
    return content.getvalue()
