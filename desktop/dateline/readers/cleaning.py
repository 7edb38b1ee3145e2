"""Lines that belong to the page and not to the article."""

import re
from collections.abc import Iterable

from dateline.readers.patterns import any_of

_BOILERPLATE = any_of(
    r"""
    (?:\d+ )?comments?(?: ?\(\d*\))?:?
    (?:post|leave|add|write) (?:a|your) (?:comment|reply)
    (?:view|show|load|see|read) (?:all )?(?:\d+ )?(?:more )?(?:comments|replies)
    (?:no|\d+) (?:comments|responses|replies)(?: yet)?
    (?:read|learn|see|view|show|load) (?:more|less|next|on|also|all)(?: ?(?:[:.…»>→]+))?
    (?:click )?(?:here )?to read more  (?:read|see) (?:more|also|next): .{3,120}
    continue reading.{0,60}  story continues below.{0,40}  (?:scroll|swipe) (?:down )?to continue.{0,40}
    advertise?ment  sponsored(?: content| links?| ads?)?
    share(?: (?:this|on|via|it))?(?: (?:article|story|post|page|facebook|twitter|x|whatsapp|email))?:?
    tweet  pin it  print  e-?mail  print this  save  facebook  twitter  whatsapp  linkedin  reddit  telegram  copy link
    (?:sign up|subscribe|log ?in|sign in|register|follow us)(?: (?:now|here|to|for|on|with)\b.{0,80})?
    related(?: (?:articles?|stories|posts|topics|content|news|links|videos?|coverage))?:?
    (?:you (?:may|might) also like|recommended(?: for you)?|more from.{0,40}|most (?:read|viewed|popular)):?
    trending(?: now)?  skip to (?:main )?content  main content  back to top
    (?:previous|next)(?: (?:article|post|story))?:?
    (?:we|this (?:web)?site) uses? cookies.{0,400}  by (?:continuing|using|browsing).{0,100}\bcookies?\b.{0,300}
    .{0,120}\b(?:accept|manage|reject) (?:all )?cookies\b.{0,120}  (?:accept|reject|manage)(?: all)?
    all rights reserved\.?  (?:©|\(c\)|copyright) .{0,150}  image (?:source|credit|caption)s?,?.{0,60}
    (?:tags|labels|filed under|categories|topics|schlagwörter|stichwörter|étiquettes|etiquetas|теги):.{0,200}
    (?:(?:\d+|keine) )?kommentare?(?: ?\(\d*\))?:?  kommentar (?:schreiben|hinterlassen|verfassen)
    jetzt kommentieren
    (?:\d+ )?(?:commentaires?|réactions?|comentarios?|comentários?|commenti|reacties)(?: ?\(\d*\))?:?
    commenter  comentar  commenta  reageren  (?:laisser|poster) un commentaire  deja (?:un|tu) comentario
    (?:artikel |beitrag )?(?:teilen|drucken|merken|weiterempfehlen)  partager(?: (?:cet article|sur .{0,20}))?
    imprimer  compartir(?: en .{0,20})?  imprimir  condividi(?: su .{0,20})?  stampa  delen  поделиться  комментарии
    anzeige  werbung  publicité  publicidad(?:e)?  pubblicità  advertentie  реклама
    (?:lesen sie auch|lire aussi|à lire aussi|lea también|lee también|leggi anche|lees ook|leia também)\b:?.{0,120}
    читайте также\b:?.{0,120}
    (?:mehr zum thema|das könnte sie auch interessieren|ähnliche (?:artikel|beiträge)|zum thema):?
    weiterlesen  mehr lesen
    (?:sur le même sujet|articles liés|lire la suite|noticias relacionadas|te puede interesar|leer más):?
    """
)
_TAIL = any_of(
    r"""
    (?:\d+ )?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties)(?: ?\(\d*\))?:?
    (?:post|leave|add) (?:a|your) (?:comment|reply)  (?:related|similar) (?:articles?|stories|posts|videos)
    you (?:may|might) also like:?  recommended for you
    (?:more|other|read more|latest) (?:stories|news|articles|must-reads|(?:opinion )?columns|posts)\b.{0,30}
    more (?:from|on|in|about)\b.{0,40}  (?:recent|featured) (?:posts|stories|slide shows)
    (?:mehr zum thema|das könnte sie auch interessieren|ähnliche (?:artikel|beiträge)|sur le même sujet):?
    """
)
_ABOVE_TITLE = 3  # lines
_SENTENCE_END = tuple('.!?:;…。！？।؟"”’»)|')


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is a button, a heading of the comments, a cookie notice or the like."""
    line = " ".join(line.strip(" \t-•*|>›»").split())
    return len(line) < 500 and _BOILERPLATE.fullmatch(line) is not None


def without_boilerplate(text: str, title: str = "") -> str:
    """The paragraphs of an extracted article, one a line, without such lines and without its title on top.

    A heading of the comments or of related articles in the last third ends the article where only short lines follow.
    A line that goes on in small letters what the line before left open is joined to it.
    """
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    lines = _below(title, [line for line in lines if not re.fullmatch(r"[\W_]+", line)])
    for i in range(len(lines) * 2 // 3, len(lines)):
        if _TAIL.fullmatch(lines[i].strip(" -•*#")) and all(len(line) < 120 for line in lines[i:]):
            lines = lines[:i]
            break
    return _joined(line for line in lines if not is_boilerplate(line))


def _below(title: str, lines: list[str]) -> list[str]:
    """The lines below the title, where it stands on top or below a short line or two (section, date)."""
    same = _letters(title)
    for i, line in enumerate(lines[:_ABOVE_TITLE] if same else []):
        if _letters(line) == same:
            return _below(title, lines[i + 1 :])
        if len(line) > 60:
            break
    return lines


def _joined(lines: Iterable[str]) -> str:
    parts: list[str] = []
    before = "."
    for line in lines:
        goes_on = line[0].islower() and not before.endswith(_SENTENCE_END)
        parts += (" " if goes_on else "\n", line)
        before = line
    return "".join(parts[1:])


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
