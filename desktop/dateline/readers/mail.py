"""Mail: single messages, mailboxes, and pages saved as one MHTML file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.header import decode_header, make_header
from email.message import Message as Mail
from email.parser import BytesHeaderParser, BytesParser
from email.utils import parseaddr

from dateline.core.message import Message
from dateline.core.model import Confidence
from dateline.errors import Refused
from dateline.readers import dates, text_dates
from dateline.readers.base import Found, Read, Source
from dateline.readers.bylines import authors_of, straight
from dateline.readers.cleaning import without_boilerplate
from dateline.readers.encoding import decode
from dateline.readers.evidence import Clue
from dateline.readers.html import read_page
from dateline.readers.markup import text_of
from dateline.readers.signs import FROM_LINE

_NO_ARTICLES = ("image/", "audio/", "video/", "font/", "text/calendar", "application/pgp", "application/pkcs7")
_PARTS = 200
_MESSAGES = 20_000


def read_message(source: Source) -> Read:
    """One mail; the date in its header is when it was sent. Attached articles follow as members."""
    message = _parsed(source.data)
    letters = list(_letters_inside(message))
    posts = list(_posts(message))
    try:
        if not posts:
            yield _message(message)
    except Refused:
        if not letters and not any(True for _ in _attachments(message)):
            raise
    letters += posts
    for name, data in [*letters, *((name, _payload(part)) for name, part in _attachments(message))]:
        yield source.offered(name, data)


def read_emlx(source: Source) -> Read:
    """A mail as Apple Mail keeps it: its length, the mail, and a list of the program's marks."""
    size, _, rest = source.data.partition(b"\n")
    if not size.strip().isdigit() or len(size) > 12:
        raise Refused("it is a damaged mail; save it again")
    yield source.member(f"{source.stem}.eml", rest[: int(size)])


def read_mailbox(source: Source) -> Read:
    """A mailbox (mbox): each message is a member."""
    starts = [match.start() for match in FROM_LINE.finditer(source.data)]
    starts = [at for at in starts if at == 0 or source.data[max(at - 2, 0) : at] in (b"\n\n", b"\r\n") or at < 3]
    if not starts:
        raise Refused("it is a damaged mailbox; export it again")
    if len(starts) > _MESSAGES:
        raise Refused(Message("it holds more than {n} messages", n=_MESSAGES))
    for number, (begin, end) in enumerate(zip(starts, [*starts[1:], len(source.data)], strict=True), 1):
        body = source.data[begin:end].partition(b"\n")[2]
        name = f"message {number}"
        yield source.offered(f"{name}.eml", re.sub(rb"(?m)^>(>*From )", rb"\1", body), name)


def read_mhtml(source: Source) -> Read:
    """A page that a browser saved as one file. Its header tells when it was saved, which is no evidence."""
    message = _parsed(source.data)
    address = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    for part in _walk(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            url = address if address.startswith("http") else _header(part, "Content-Location")
            yield read_page(_text(part), url=url, kind="mhtml")
            return
    raise Refused("it is no page saved as one file, or a damaged one; save the page again")


def _parsed(data: bytes) -> Mail:
    # compat32 keeps broken headers as they are; the newer policies raise on some of them.
    return BytesParser(policy=policy.compat32).parsebytes(data)


def _message(message: Mail) -> Found:
    html = plain = ""
    for part in _walk(message):
        if part.get_filename() or part.get_content_disposition() == "attachment":
            continue
        if part.get_content_type() == "text/html" and not html:
            html = _text(part)
        elif part.get_content_type() == "text/plain" and not plain:
            plain = _text(part)
    received = "" if message.get("Date") else _header(message, "Received").rpartition(";")[2]
    return letter(
        title=_header(message, "Subject"),
        sender=_header(message, "From"),
        sent=_header(message, "Date"),
        received=received,
        plain=plain,
        html=html,
        site=_header(message, "List-Id").partition("<")[0].strip(" \"'"),
    )


def letter(*, title: str, sender: str, sent: str, plain: str, html: str, received: str = "", site: str = "") -> Found:
    """The article of a mail's parts: the fuller of plain text and HTML; what was forwarded, with its own head."""
    text = plain.replace("\r\n", "\n").strip()
    if html:
        shown = without_boilerplate(text_of(html), title)
        if len(text) < 200 or _letters(shown) > _FULLER * _letters(re.sub(r"https?://\S+", "", text)):
            text = shown or text
    if not re.search(r"[^\W\d_]{2}", text):
        raise Refused("the mail holds no text")
    clues: list[Clue] = []
    for value, where, sure in ((sent, "Date", Confidence.LIKELY), (received, "Received", Confidence.LIKELY)):
        if day := dates.machine(value):
            clues.append(Clue(day, "header", f"the mail's header “{where}”", value, sure))
    if (inner := _forwarded(text)) is not None:
        head, text = inner
        title, sender = head.get("subject") or title, head.get("from") or sender
        clues = [replace(clue, confidence=Confidence.GUESS, kind="saved") for clue in clues]
        value = re.sub(r"\s+(?:at|um|à|a las)\s+(?=\d)", " ", head.get("date", ""))
        if day := dates.machine(value):
            clues.append(Clue(day, "header", "the head of the forwarded mail", head["date"], Confidence.CERTAIN))
    name, address = parseaddr(sender) if re.search("[<@]", sender) else (sender, "")  # a name alone has no quotes
    return Found(
        text=text,
        format="mail",
        title=re.sub(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", "", title, flags=re.IGNORECASE),
        authors=authors_of([straight(name) or address]),
        site=site,
        clues=(*text_dates.find(text), *clues),
    )


_FULLER = 1.3  # times as many letters as the plain text: then that was a teaser
_FORWARD = re.compile(
    r"(?m)^[> ]*(?:-{2,}\s*(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Ursprüngliche Nachricht"
    r"|Message transféré|Message d'origine|Mensaje reenviado|Mensaje original|Messaggio inoltrato|Messaggio originale"
    r"|Doorgestuurd bericht)\s*-*|(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)"
    r"|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado)\s*:?)\s*$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"[> ]*\*?(From|Von|De|Da|Van|Od|Från|Fra|От|Date|Sent|Datum|Gesendet|Fecha|Enviado(?: el| em)?|Envoyé|Data|Inviato"
    r"|Verzonden|Wysłano|Skickat|Sendt|Дата|Отправлено|Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|Temat|Assunto"
    r"|Ämne|Emne|Тема|To|An|À|Para|A|Aan|Do|Till|Til|Кому|Cc|Reply-To)\s*:\*?\s*(.*)",
    re.IGNORECASE,
)
_BARE_HEAD = re.compile(
    r"(?m)^(?=(?:[> ]*\*?[^\W\d_]{2,10}(?: e[lm])?\s*:.*\n){3,6}\s*\n)"
    r"(?=[> ]*\*?(?:From|Von|De|Da|Van|Od|Från|Fra|От)\s*:.*\n"
    r"[> ]*\*?(?:Sent|Date|Gesendet|Datum|Enviado(?: e[lm])?|Envoyé|Inviato|Verzonden|Wysłano|Skickat|Sendt|Дата"
    r"|Отправлено)\s*:)"
)
"""The head that Outlook sets over what is forwarded, without a line that says so: from, sent, to and subject."""
_HEADS = {
    word: role
    for role, forms in {
        "from": "from von de da van od från fra от",
        "date": "date sent datum gesendet fecha enviado envoyé data inviato verzonden wysłano skickat sendt дата"
                " отправлено",
        "subject": "subject betreff objet asunto oggetto onderwerp temat assunto ämne emne тема",
    }.items()
    for word in forms.split()
}  # fmt: skip


def _forwarded(text: str) -> tuple[dict[str, str], str] | None:
    """The head of what was forwarded and its text, where that is most of a mail."""
    match = _FORWARD.search(text) or _BARE_HEAD.search(text)
    if match is None or match.start() > len(text) // 2:
        return None
    head: dict[str, str] = {}
    lines = text[match.end() :].lstrip("\n").split("\n")
    at = 0
    for at, line in enumerate(lines):  # noqa: B007 # its last value counts
        field = _HEAD.fullmatch(line)
        if field is None and (line.strip(" >") or len(head) > 1):
            break
        if field is not None:
            head.setdefault(_HEADS.get(field[1].casefold().split()[0], "other"), field[2].strip())
    body = "\n".join(lines[at:]).strip()
    return (head, body) if "date" in head and body else None


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def headers_of(text: str) -> dict[str, str]:
    """The fields of a mail's head given as text, their names in small letters."""
    message = BytesHeaderParser(policy=policy.compat32).parsebytes(text.encode("utf-8", "replace"))
    return {name.lower(): _header(message, name) for name in message}


def _walk(message: Mail) -> Iterator[Mail]:
    """The parts in order, not by recursion: mails can nest without end."""
    stack, seen = [message], 0
    while stack and seen < _PARTS:
        part = stack.pop()
        seen += 1
        payload = part.get_payload()
        if part.get_content_type() == "message/rfc822":
            continue  # a mail of its own
        if isinstance(payload, list):
            stack.extend(reversed([p for p in payload if isinstance(p, Mail)]))
        else:
            yield part


def _letters_inside(message: Mail) -> Iterator[tuple[str, bytes]]:
    """The whole mails in a mail: of a digest, or attached."""
    stack, seen = [message], 0
    while stack and seen < _PARTS:
        part = stack.pop(0)
        seen += 1
        payload = part.get_payload()
        inner = [p for p in payload if isinstance(p, Mail)] if isinstance(payload, list) else []
        if part.get_content_type() == "message/rfc822" and inner:
            yield f"mail {seen}.eml", inner[0].as_bytes()
        else:
            stack.extend(inner)


_POST = re.compile(r"\n-{20,}\n+(?:Message: \d+\n)?(?=(?:Date|From|Subject|Message-ID): )")
_CODED = re.compile(r"(?mi)^Content-(?:Type|Transfer-Encoding):.*\n(?:[ \t].*\n)*")


def _posts(message: Mail) -> Iterator[tuple[str, bytes]]:
    """The mails in a mailing list's digest of plain text, each with its own head."""
    plain = next((part for part in _walk(message) if part.get_content_type() == "text/plain"), None)
    text = _text(plain).replace("\r\n", "\n") if plain is not None else ""
    for number, post in enumerate(_POST.split(text)[1:][:_PARTS], 1):
        head, _, body = post.partition("\n\n")
        body = re.split(r"\n-{20,}\n", body)[0]
        if len({"date", "from", "subject"} & headers_of(head).keys()) == 3:
            head = _CODED.sub("", head + "\n").strip() + "\nContent-Type: text/plain; charset=utf-8"
            yield f"mail {number}.eml", f"{head}\nContent-Transfer-Encoding: 8bit\n\n{body}".encode()


def _attachments(message: Mail) -> Iterator[tuple[str, Mail]]:
    for part in _walk(message):
        name = part.get_filename()
        if name and not part.get_content_type().startswith(_NO_ARTICLES):
            yield name.replace("/", "_"), part


def _payload(part: Mail) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Mail) -> str:
    return decode(_payload(part), part.get_content_charset(), lenient=True)


def _header(message: Mail, name: str) -> str:
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        text = str(make_header(decode_header(str(raw))))
    except (LookupError, ValueError, UnicodeError):  # a charset that does not exist, broken base64
        text = str(raw)
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())[:1000]
