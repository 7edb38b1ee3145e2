# ruff: noqa: E501 # prose and markup read best unbroken
"""Makes one small file of every format that Dateline reads, and malformed ones. All of it is invented news.

Run as a command with a folder to look at them: `.venv/bin/python tests/readers/make_fixtures.py FOLDER`.
"""

import bz2
import csv
import gzip
import io
import json
import lzma
import plistlib
import struct
import sys
import tarfile
import zipfile
import zlib
from datetime import date
from email.message import EmailMessage
from pathlib import Path

TITLE = "Two killed as bridge over the Arle falls"
PARAGRAPHS = (
    "Two people were killed on Saturday night when the old road bridge over the Arle fell into the river, the police "
    "in Marlow Ferry said. Rescue workers searched until the morning for others who may have been on it.",
    "The bridge was built in 1962 and had been due for repairs since January 2024, the ministry of transport said. "
    "“We do not know yet why it gave way,” a spokeswoman, Ada Brandt, told reporters beside the river.",
    "An inquiry is to begin next week. The town council called an extraordinary meeting for Monday and asked drivers "
    "to keep to the northern road until the end of the month.",
    "Earlier this month a crack was found in one of the pillars, according to a report that the town published last "
    "year and that was withdrawn in March, and the speed on the bridge was limited to thirty kilometres an hour.",
)
DAY = "2025-03-30"
LANGUAGES = {
    "cp1251": "Мост через реку обрушился в субботу ночью\nДва человека погибли, когда старый мост через реку обрушился, "
    "сообщила полиция в воскресенье. Спасатели искали людей до утра. Причина обрушения пока неизвестна, заявил министр "
    "транспорта на встрече с журналистами.\n",
    "gb18030": "星期六晚上旧桥倒塌\n警方星期天表示，横跨河流的旧桥星期六晚上倒塌，造成两人死亡。救援人员搜寻到早晨。"
    "交通部长对记者说，目前还不清楚倒塌的原因，调查将于下周开始。\n",
    "shift_jis": "土曜日の夜に古い橋が崩落\n川に架かる古い橋が土曜日の夜に崩落し、二人が死亡したと警察が日曜日に発表した。"
    "救助隊は朝まで捜索を続けた。原因はまだ分かっていないと運輸大臣は記者団に語った。\n",
    "cp1252": "Brücke über den Fluss eingestürzt\nZwei Menschen sind in der Nacht zum Sonntag gestorben, als eine alte "
    "Brücke über den Fluss einstürzte, teilte die Polizei mit. „Wir wissen noch nicht, warum“, sagte der Minister.\n",
    "utf-16": "Bridge over the river falls\nTwo people were killed on Saturday night when an old bridge fell.\n",
}


def page(*, head: str = "", byline: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS, foot: str = "") -> str:
    """A web page with an article in it."""
    body = "\n".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} | The Arle Post</title>\n{head}'
        f'</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>\n<article><h1>{TITLE}</h1>\n{byline}\n{body}'
        f"\n<p>Comments</p><p>Post a Comment</p></article>\n<footer>{foot}© 2019 The Arle Post</footer></body></html>\n"
    )


def html_page() -> bytes:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE,
            "datePublished": f"{DAY}T08:15:00+01:00", "dateModified": "2025-04-02T09:00:00+01:00",
            "author": {"@type": "Person", "name": "Jane Roe"}}  # fmt: skip
    head = (
        f'<meta property="article:published_time" content="{DAY}T08:15:00+01:00">'
        '<meta property="og:site_name" content="The Arle Post"><link rel="canonical" '
        'href="https://post.example/2025/03/30/bridge-falls"><script type="application/ld+json">'
        f"{json.dumps(data)}</script>"
    )
    return page(head=head, byline='<p class="byline">By Jane Roe, 30 March 2025</p>').encode()


def pdf(columns: int = 2, password: str = "", pages: int = 3) -> bytes:
    from reportlab.lib import pdfencrypt
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    locked = pdfencrypt.StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(stream, pagesize=A4, encrypt=locked)
    canvas.setTitle(TITLE)
    words = " ".join(PARAGRAPHS * 4).split()
    width = (495 - 20 * (columns - 1)) / columns
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(50, 810, "The Arle Post")
        canvas.drawString(520, 30, f"Page {number}")
        top = 780
        if number == 1:
            canvas.setFont("Helvetica-Bold", 18)
            canvas.drawString(50, 770, TITLE)
            canvas.setFont("Helvetica", 9)
            canvas.drawString(50, 750, "Published 30 March 2025")
            top = 720
        canvas.setFont("Helvetica", 10)
        for column in range(columns):
            y, left = top, 50 + column * (width + 20)
            while y > 420 and words:
                line = [words.pop(0)]
                while words and canvas.stringWidth(" ".join([*line, words[0]]), "Helvetica", 10) < width:
                    line.append(words.pop(0))
                text = " ".join(line)
                if words and len(words[0]) > 9 and words[0].isalpha():
                    text, words[0] = f"{text} {words[0][:5]}-", words[0][5:]
                canvas.drawString(left, y, text)
                y -= 13
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def docx(rows: int = 2) -> bytes:
    import docx as library

    document = library.Document()
    document.core_properties.title = TITLE
    document.core_properties.author = "Jane Roe"
    document.add_heading(TITLE, 1)
    document.add_paragraph("30 March 2025")
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    table = document.add_table(rows=rows, cols=2)
    for row in table.rows[:20]:
        row.cells[0].text, row.cells[1].text = "Bridge", "closed on Monday"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def docx_of(lines: list[str]) -> bytes:
    import docx as library

    document = library.Document()
    for line in lines:
        document.add_paragraph(line.strip())
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def odt() -> bytes:
    lines = "".join(f"<text:p>{line}</text:p>" for line in ("30 March 2025", *PARAGRAPHS[:-1]))
    noted = (
        f"<text:p>{PARAGRAPHS[-1][:20]}<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
        f"{PARAGRAPHS[-1][20:]}</text:p>"
    )
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = f'xmlns:office="{space}:office:1.0" xmlns:text="{space}:text:1.0" xmlns:meta="{space}:meta:1.0"'
    title = f'<text:h text:outline-level="1">{TITLE}</text:h>'
    content = (
        f"<office:document-content {names}><office:body><office:text>{title}{lines}{noted}</office:text></office:body>"
    )
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    meta = f"<office:document-meta {names} {dublin}><office:meta><dc:title>{TITLE}</dc:title><dc:creator>Jane Roe</dc:creator>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content + "</office:document-content>")
        archive.writestr("meta.xml", meta + "</office:meta></office:document-meta>")
    return stream.getvalue()


def rtf() -> bytes:
    def escaped(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    body = "".join(f"{escaped(text)}\\par\n" for text in (TITLE, "30 March 2025", *PARAGRAPHS))
    return ("{\\rtf1\\ansi{\\info{\\title " + TITLE + "}{\\author Jane Roe}}\\f0 " + body + "}").encode("ascii")


def mail(attach: bytes = b"") -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "The Arle Letter <letter@post.example>"
    message["To"] = "reader@example.org"
    message["Date"] = "Sun, 30 Mar 2025 08:15:00 +0100"
    message["Message-ID"] = "<1@post.example>"
    message.set_content("\n\n".join(PARAGRAPHS))
    message.add_alternative(page(), subtype="html")
    if attach:
        message.add_attachment(attach, maintype="text", subtype="html", filename="story.html")
    return message.as_bytes()


def letter(*, plain: str, html: str = "", subject: str = TITLE, date: str = "Sun, 30 Mar 2025 08:15:00 +0100") -> bytes:
    """A mail of such parts."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Jane Roe <jane@post.example>"
    message["To"] = "reader@example.org"
    if date:
        message["Date"] = date
    message.set_content(plain)
    if html:
        message.add_alternative(f"<html><body>{html}</body></html>", subtype="html")
    return message.as_bytes()


def mailbox() -> bytes:
    one = b"From letter@post.example Sun Mar 30 08:15:00 2025\n" + mail() + b"\n\n"
    return one + one.replace(b"30 Mar 2025", b"31 Mar 2025").replace(b"killed", b"rescued")


def mhtml() -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "https://post.example/2025/03/30/bridge-falls.html"
    message["Subject"] = TITLE
    message["Date"] = "Mon, 2 Jun 2025 10:00:00 -0000"
    message.make_related()
    message.add_related(page(byline="<p>30 March 2025</p>"), subtype="html")
    return message.as_bytes()


def epub() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "OPS/book.opf",
            '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata><dc:title>{TITLE}</dc:title><dc:creator>Jane Roe</dc:creator><dc:language>en</dc:language>"
            f"<dc:date>{DAY}</dc:date></metadata><manifest>"
            '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>'
            '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
        )
        half = len(PARAGRAPHS) // 2
        for name, part in (("a", PARAGRAPHS[:half]), ("b", PARAGRAPHS[half:])):
            text = "".join(f"<p>{paragraph}</p>" for paragraph in part)
            archive.writestr(
                f"OPS/{name}.xhtml", f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{text}</body></html>'
            )
    return stream.getvalue()


def newspaper() -> bytes:
    """A book that a program made of two articles on a later day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
        )
        stories = (
            (TITLE, "March 30, 2025", "Jane Roe", PARAGRAPHS),
            ("Bridge closed", "April 2, 2025", "", PARAGRAPHS[2:]),
        )
        items = "".join(f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(3))
        archive.writestr(
            "book.opf",
            '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<metadata><dc:title>The Arle Post [Tue, 3 June 2025]</dc:title><dc:creator>calibre</dc:creator>"
            f"<dc:date>2025-06-03</dc:date></metadata><manifest>{items}</manifest>"
            '<spine><itemref idref="c0"/><itemref idref="c1"/><itemref idref="c2"/></spine></package>',
        )
        archive.writestr("c0.xhtml", "<html><body><h1>The Arle Post</h1></body></html>")
        for n, (title, day, name, paragraphs) in enumerate(stories, 1):
            body = "".join(f"<p>{text}</p>" for text in paragraphs)
            head = f"<h2>{title}</h2><p class='article_date'>{day}</p>" + (f"<p>{name}</p>" if name else "")
            foot = "<p>This article was downloaded by <b>calibre</b> from <a>https://post.example/a</a></p>"
            archive.writestr(f"c{n}.xhtml", f"<html><body>{head}{body}{foot}</body></html>")
    return stream.getvalue()


def record(number: int = 0) -> dict[str, object]:
    return {"title": TITLE, "text": "\n".join(PARAGRAPHS[number % 4 :]), "date": DAY, "author": "Jane Roe",
            "url": "https://post.example/news/1", "source": "The Arle Post"}  # fmt: skip


def newsml() -> bytes:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en">'
        f"<itemMeta><versionCreated>2025-03-31T07:00:00Z</versionCreated><firstCreated>{DAY}T20:00:00Z</firstCreated>"
        f"</itemMeta><contentMeta><headline>{TITLE}</headline><by>Jane Roe</by></contentMeta><contentSet><inlineXML>"
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html></inlineXML></contentSet></newsItem>'
    ).encode()


def nitf() -> bytes:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f'<nitf><head><title>{TITLE}</title><docdata><date.issue norm="20250330T081500+0100"/></docdata></head><body>'
        f"<body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By Jane Roe</byline></body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    ).encode()


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def locked_zip() -> bytes:
    """An archive whose member's flags say that it is encrypted."""
    data = bytearray(zipped({"a.txt": "\n".join(PARAGRAPHS).encode()}))
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def text() -> str:
    return "\n".join((TITLE, "By Jane Roe", "30 March 2025", *PARAGRAPHS)) + "\n"


def markup() -> str:
    return "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def rss() -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>The Arle Post</title><item><title>{TITLE}</title><link>https://post.example/a</link>"
        "<pubDate>Sun, 30 Mar 2025 08:00:00 +0100</pubDate><author>desk@post.example (Jane Roe)</author>"
        f"<description>Short.</description><content:encoded><![CDATA[{markup()}]]></content:encoded></item>"
        "<item><title>A title alone</title><link>https://post.example/b</link></item></channel></rss>"
    ).encode()


def atom() -> bytes:
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Arle Post</title><entry>'
        f"<title>{TITLE}</title><link href='https://post.example/a'/><published>{DAY}T08:00:00+01:00</published>"
        "<updated>2025-04-02T09:00:00Z</updated><author><name>Jane Roe</name></author>"
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{markup()}</div></content></entry></feed>"
    ).encode()


def wxr() -> bytes:
    item = (
        "<item><title>{}</title><pubDate>Sat, 29 Mar 2025 23:30:00 +0000</pubDate><content:encoded><![CDATA[{}]]>"
        "</content:encoded><wp:post_date>2025-03-30 00:30:00</wp:post_date><wp:status>{}</wp:status>"
        "<wp:post_type>{}</wp:post_type></item>"
    )
    return (
        '<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp='
        '"http://wordpress.org/export/1.2/"><channel><title>The Arle Post</title>'
        + item.format(TITLE, markup(), "publish", "post")
        + item.format("Not yet", markup(), "draft", "post")
        + item.format("Picture", "A picture of the bridge, taken last year.", "inherit", "attachment")
        + "</channel></rss>"
    ).encode()


def enex() -> bytes:
    return (
        '<?xml version="1.0"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export3.dtd"><en-export>'
        f"<note><title>{TITLE}</title><content><![CDATA[<?xml version='1.0'?><en-note>{markup()}</en-note>]]></content>"
        "<created>20250402T101500Z</created><note-attributes><source-url>https://post.example/2025/03/30/bridge"
        "</source-url></note-attributes><resource><data encoding='base64'>AAAA</data></resource></note></en-export>"
    ).encode()


def warc() -> bytes:
    body = html_page()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-06-03T10:00:00Z\r\nWARC-Target-URI: https://post.example/a"
        "\r\nWARC-Record-ID: <urn:uuid:5f0b7a4e-7d1f-4d1c-9d62-0a6d4b7a9f01>\r\nContent-Type: application/http;"
        f" msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def wacz() -> bytes:
    return zipped(
        {"archive/data.warc.gz": gzip.compress(warc()), "datapackage.json": b"{}", "pages/pages.jsonl": b"{}"}
    )


def webarchive() -> bytes:
    main = {"WebResourceData": html_page(), "WebResourceMIMEType": "text/html", "WebResourceURL": "https://post.example/a",
            "WebResourceTextEncodingName": "UTF-8"}  # fmt: skip
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)


def unpacking_page() -> bytes:
    head = "<!DOCTYPE html><html><head><!--\n Page saved with SingleFile\n url: https://post.example/2025/03/30/a\n saved date: Tue Jun 03 2025 11:30:54 GMT+0200\n--><title>x</title></head><body>Please wait…<!--"
    return head.encode() + zipped({"index.html": page().encode()}) + b"--></body></html>"


def tar() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, data in {"a/page.html": html_page(), "b.txt": text().encode()}.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def table() -> bytes:
    stream = io.StringIO()
    rows = csv.writer(stream, delimiter=";")
    rows.writerows(
        [
            ["Headline", "Date", "Link", "Full text"],
            [TITLE, "30/03/2025", "https://post.example/a", "\n".join(PARAGRAPHS)],
        ]
    )
    rows.writerow(["Bridge closed", "04/03/2025", "https://post.example/b", PARAGRAPHS[3]])
    return stream.getvalue().encode("utf-8-sig")


def workbook() -> bytes:
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    texts = ["Title", "Published", "Text", TITLE, "\n".join(PARAGRAPHS)]
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    row = '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" s="1"><v>45746</v></c><c r="C2" t="s"><v>4</v></c></row>'
    head = "".join(f'<c r="{letter}1" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABC"))
    return zipped(
        {
            "xl/workbook.xml": f"<workbook {main}/>".encode(),
            "xl/sharedStrings.xml": f"<sst {main}>{shared}</sst>".encode(),
            "xl/styles.xml": f'<styleSheet {main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'.encode(),
            "xl/worksheets/sheet1.xml": f'<worksheet {main}><sheetData><row r="1">{head}</row>{row}</sheetData></worksheet>'.encode(),
        }
    )


def tweets() -> bytes:
    post = {"tweet": {"created_at": "Sun Mar 30 09:00:00 +0000 2025", "full_text": PARAGRAPHS[0], "lang": "en"}}
    return b"window.YTD.tweets.part0 = " + json.dumps([post]).encode()


def channel() -> bytes:
    words = [{"type": "bold", "text": TITLE}, "\n\n" + PARAGRAPHS[0]]
    message = {"id": 2, "type": "message", "date": f"{DAY}T18:00:00", "from": "The Arle Post", "text": words}
    service = {"id": 1, "type": "service", "date": "2024-01-01T00:00:00", "action": "create_channel", "text": ""}
    return json.dumps({"name": "The Arle Post", "type": "public_channel", "messages": [service, message]}).encode()


def channel_page() -> bytes:
    return (
        "<!DOCTYPE html><html><body><div class='page_header'><div>The Arle Post</div></div><div class='page_body chat_page'>"
        "<div class='history'><div class='message default clearfix'><div class='body'><div class='pull_right date details' "
        f"title='30.03.2025 18:00:00 UTC+01:00'>18:00</div><div class='text'>{PARAGRAPHS[0]}</div></div></div></div></div>"
        "</body></html>"
    ).encode()


def cues() -> bytes:
    blocks = (f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},500\n<i>{text}</i>" for n, text in enumerate(PARAGRAPHS, 1))
    return "\n\n".join(blocks).encode()


def whisper() -> bytes:
    segments = [
        {"id": n, "start": n * 9.0, "end": n * 9.0 + 8, "text": " " + text} for n, text in enumerate(PARAGRAPHS)
    ]
    return json.dumps({"text": " ".join(PARAGRAPHS), "segments": segments, "language": "en"}).encode()


def outlook(more: dict[str, bytes] | None = None) -> bytes:
    """A mail of Outlook: a compound file whose streams all lie in whole sectors, with ``more`` streams or others'
    contents; "folder/stream" lies in a folder, an empty one is left out."""
    sent = ((date(2025, 3, 30) - date(1601, 1, 1)).days * 24 + 9) * 36_000_000_000  # steps of 100 ns since 1601
    streams = {
        "__substg1.0_0037001F": f"FW: {TITLE}".encode("utf-16-le"),
        "__substg1.0_0C1A001F": "Jane Roe".encode("utf-16-le"),
        "__substg1.0_1000001F": "\r\n".join(PARAGRAPHS).encode("utf-16-le"),
        "__properties_version1.0": bytes(32) + struct.pack("<HHIQ", 0x40, 0x39, 6, sent),
    }
    streams |= more or {}
    streams = {name: data.ljust(4096, b"\0") for name, data in streams.items() if data}  # shorter ones lie elsewhere
    sectors: list[bytes] = []
    chains: list[int] = []

    def put(data: bytes) -> int:
        first, count = len(sectors), max(1, -(-len(data) // 512))
        sectors.extend(data[n * 512 : n * 512 + 512].ljust(512, b"\0") for n in range(count))
        chains.extend([*range(first + 1, first + count), 0xFFFFFFFE])
        return first

    def entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<BBIII", kind, 1, 0xFFFFFFFF, right, child)
        return raw.ljust(64, b"\0") + struct.pack("<H", len(raw)) + links + bytes(36) + struct.pack("<IQ", start, size)

    none, end = 0xFFFFFFFF, 0xFFFFFFFE
    folders = sorted({name.partition("/")[0] for name in streams if "/" in name})
    top = [*folders, *sorted(name for name in streams if "/" not in name)]
    within = [name for folder in folders for name in sorted(streams) if name.startswith(f"{folder}/")]
    order = [*top, *within]
    entries = [entry("Root Entry", 5, 1, none, end, 0)]
    for n, name in enumerate(order, 1):
        beside = n < len(order) and n != len(top) and name.rpartition("/")[0] == order[n].rpartition("/")[0]
        right = n + 1 if beside else none
        if name in folders:
            child = 1 + next(k for k, other in enumerate(order) if other.startswith(f"{name}/"))
            entries.append(entry(name, 1, child, right, 0, 0))
        else:
            start = put(streams[name])
            entries.append(entry(name.rpartition("/")[2], 2, none, right, start, len(streams[name])))
    directory = put(b"".join(entries))
    fat = len(sectors)
    table = struct.pack(f"<{fat + 1}I", *chains, 0xFFFFFFFD).ljust(512, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", fat, *[0xFFFFFFFF] * 108)
    return head + b"".join(sectors) + table


def kept() -> dict[str, bytes]:
    """Name and bytes of what programs export: feeds, clips, web archives, tables, posts, transcripts."""
    return {
        "feed.rss": rss(), "blog.atom": atom(), "blog.xml": wxr(), "clips.enex": enex(), "page.warc": warc(),
        "page.warc.gz": gzip.compress(warc()), "page.wacz": wacz(), "page.webarchive": webarchive(),
        "unpacking.html": unpacking_page(), "page.html.gz": gzip.compress(html_page()), "pages.tar.gz": tar(),
        "page.html.bz2": bz2.compress(html_page()), "page.html.xz": lzma.compress(html_page()), "table.csv": table(),
        "table.xlsx": workbook(), "tweets.js": tweets(), "channel.json": channel(), "messages.html": channel_page(),
        "cues.srt": cues(), "whisper.json": whisper(), "letter.msg": outlook(),
    }  # fmt: skip


def good() -> dict[str, bytes]:
    """Name and bytes of one file of every format."""
    files = {
        "page.html": html_page(),
        "bare.html": page().encode(),
        "article.txt": text().encode(),
        "article.md": ("---\ntitle: " + TITLE + f"\ndate: {DAY}\n---\n\n" + "\n\n".join(PARAGRAPHS) + "\n").encode(),
        "article.pdf": pdf(),
        "one-column.pdf": pdf(columns=1),
        "article.docx": docx(),
        "article.odt": odt(),
        "article.rtf": rtf(),
        "letter.eml": mail(attach=html_page()),
        "letters.mbox": mailbox(),
        "page.mhtml": mhtml(),
        "article.epub": epub(),
        "article.json": json.dumps(record()).encode(),
        "articles.jsonl": "".join(json.dumps(record(i)) + "\n" for i in range(3)).encode(),
        "item.xml": newsml(),
        "nitf.xml": nitf(),
        "articles.zip": zipped({"a/page.html": html_page(), "b.txt": text().encode()}),
    }
    files |= {f"{name}.txt": told.encode(name) for name, told in LANGUAGES.items()}
    declared = '<meta charset="windows-1251">' + "".join(f"<p>{LANGUAGES['cp1251']}</p>" for _ in range(2))
    files["declared.html"] = (
        f"<html><head><title>Мост</title></head><body><h1>Мост</h1>{declared}</body></html>".encode("cp1251")
    )
    return files | kept()


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 50_000_000)
    return stream.getvalue()


def nested_zip(depth: int) -> bytes:
    data = zipped({"a.txt": text().encode()})
    for _ in range(depth):
        data = zipped({"inner.zip": data})
    return data


def bad() -> dict[str, tuple[bytes, str]]:
    """Name, bytes and a part of the reason for files that must be refused."""
    laughs = b'<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><newsItem>&b;</newsItem>'
    return {
        "empty.txt": (b"", "it is empty"),
        "empty.html": (b"", "it is empty"),
        "spaces.txt": (b"  \n\n ", "it is empty"),
        "binary.txt": (bytes(range(256)) * 40, "not text"),
        "noise.txt": (zlib.compress(text().encode() * 5)[2:400] + b"\x00\x01\x02" * 50, "not text"),
        "login.html": (b"<html><body><form><input name=u><button>Log in</button></form></body></html>", "no article"),
        "truncated.pdf": (pdf()[:700], "damaged PDF"),
        "locked.pdf": (pdf(password="secret"), "password"),
        "truncated.docx": (docx()[:2000], "damaged"),
        "truncated.epub": (epub()[:400], "damaged"),
        "locked.zip": (locked_zip(), "password"),
        "bomb.zip": (bomb(), "bomb"),
        "leaves.zip": (zipped({"../../evil.txt": text().encode()}), "leads out"),
        "nested.zip": (nested_zip(8), "containers deep"),
        "entities.xml": (laughs, "entities"),
        "broken.json": (b'{"title": "a", "text": "b', "not whole"),
        "other.json": (b'{"a": [1, 2]}', "no article"),
        "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
        "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "older Office"),
        "shortcut.url": (b"[InternetShortcut]\r\nURL=https://post.example/\r\n", "never goes online"),
        "link.webloc": (
            b'<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/x.dtd">'
            b"<plist><dict><key>URL</key><string>https://post.example/</string></dict></plist>",
            "never goes online",
        ),
        "feed.xml": (b'<?xml version="1.0"?><rss><channel><title>a</title></channel></rss>', "feed"),
    }


def heavy() -> dict[str, bytes]:
    """Files that are large or deep, to be read or refused in good time."""
    rows = "".join(f"<tr><td>{i}</td><td>Bridge {i} closed</td></tr>" for i in range(10_000))
    return {
        "table.html": page(paragraphs=(*PARAGRAPHS, f"<table>{rows}</table>")).encode(),
        "table.docx": docx(rows=300),
        "deep.html": b"<html><body>" + b"<div>" * 100_000 + "\n".join(PARAGRAPHS).encode() + b"</body></html>",
        "deep.json": b'{"text":' * 100_000,
        "deep-list.json": b"[" * 100_000,
        "deep.xml": b"<?xml version='1.0'?><newsItem>" + b"<a>" * 100_000,
        "deep.rtf": b"{\\rtf1 " + b"{" * 100_000 + b"deep" + b"}" * 100_000 + b"}",
        "deep.md": b"> " * 100_000 + b"deep words here",
        "long-line.txt": ("word " * 400_000).encode(),
        "many.jsonl": b"".join(json.dumps(record(i)).encode() + b"\n" for i in range(2_000)),
    }


def write(folder: Path) -> None:
    """All of them into a folder."""
    for name, data in (good() | {name: data for name, (data, _) in bad().items()} | heavy()).items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    write(target)
