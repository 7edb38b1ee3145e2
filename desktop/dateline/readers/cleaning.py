"""Lines that belong to the page and not to the article."""

import re

from dateline.readers.patterns import any_of

_BOILERPLATE = any_of(
    r"""
    (?:\d+ )?comments?(?: ?\(\d*\))?:?
    (?:post|leave|add|write) (?:a|your) (?:comment|reply)
    (?:view|show|load|see|read) (?:all )?(?:\d+ )?(?:more )?(?:comments|replies)
    (?:no|\d+) (?:comments|responses|replies)(?: yet)?
    (?:read|learn|see|view|show|load) (?:more|less|next|on)(?: ?(?:[.…»>→]+))?  (?:click )?(?:here )?to read more
    continue reading.{0,60}  story continues below.{0,40}  (?:scroll|swipe) (?:down )?to continue.{0,40}
    advertise?ment  share(?: (?:this|on|via|it))?(?: (?:article|story|post|page|facebook|twitter|x|whatsapp|email))?:?
    tweet  pin it  print  e-?mail  print this  save  facebook  twitter  whatsapp  linkedin  reddit  telegram  copy link
    (?:sign up|subscribe|log ?in|sign in|register|follow us)(?: (?:now|here|to|for|on|with)\b.{0,80})?
    related(?: (?:articles?|stories|posts|topics|content|news|links))?:?
    (?:you (?:may|might) also like|recommended(?: for you)?|more from.{0,40}|most (?:read|viewed|popular)):?
    trending(?: now)?  skip to (?:main )?content  back to top  (?:previous|next)(?: (?:article|post|story))?:?
    (?:we|this (?:web)?site) uses? cookies.{0,400}  by (?:continuing|using|browsing).{0,100}\bcookies?\b.{0,300}
    .{0,120}\b(?:accept|manage|reject) (?:all )?cookies\b.{0,120}  (?:accept|reject|manage)(?: all)?
    all rights reserved\.?  (?:©|\(c\)|copyright) .{0,150}  image (?:source|credit|caption)s?,?.{0,60}
    (?:tags|labels|filed under|categories):.{0,200}
    """
)
_TAIL = any_of(
    r"""
    (?:\d+ )?comments?(?: ?\(\d*\))?:?  (?:post|leave|add) (?:a|your) (?:comment|reply)
    related (?:articles?|stories|posts)  you (?:may|might) also like:?  recommended for you  more stories
    """
)


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is a button, a heading of the comments, a cookie notice or the like."""
    line = " ".join(line.strip(" \t-•*|>›»").split())
    return len(line) < 500 and _BOILERPLATE.fullmatch(line) is not None


def without_boilerplate(text: str, title: str = "") -> str:
    """The paragraphs of an extracted article, one a line, without such lines and without its title on top.

    A heading of the comments or of related articles in the last third ends the article where only short lines follow.
    """
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    lines = [line for line in lines if not re.fullmatch(r"[\W_]+", line)]
    same = _letters(title)
    while lines and same and _letters(lines[0]) == same:
        lines.pop(0)
    for i in range(len(lines) * 2 // 3, len(lines)):
        if _TAIL.fullmatch(lines[i].strip(" -•*#")) and all(len(line) < 120 for line in lines[i:]):
            lines = lines[:i]
            break
    return "\n".join(line for line in lines if not is_boilerplate(line))


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
