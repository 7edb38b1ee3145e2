"""Lines that belong to the page and not to the article."""

import re

_BOILERPLATE = re.compile(
    r"""(?:\d+\s+)?comments?(?:\s*\(\d*\))?:? | (?:post|leave|add|write)\s+(?:a|your)\s+(?:comment|reply)
    | (?:view|show|load|see|read)\s+(?:all\s+)?(?:\d+\s+)?(?:more\s+)?(?:comments|replies)
    | (?:no|\d+)\s+(?:comments|responses|replies)(?:\s+yet)?
    | (?:read|learn|see|view|show|load)\s+(?:more|less|next|on)(?:\s*(?:[.…»>→]+|\.{3}))? | continue\s+reading.{0,60} | (?:click\s+)?(?:here\s+)?to\s+read\s+more
    | advertis(?:e)?ment | story\s+continues\s+below.{0,40} | (?:scroll|swipe)\s+(?:down\s+)?to\s+continue.{0,40}
    | share(?:\s+(?:this|on|via|it))?(?:\s+(?:article|story|post|page|facebook|twitter|x|whatsapp|email|linkedin))?:?
    | (?:tweet|pin\s+it|print|e-?mail|print\s+this|save|facebook|twitter|whatsapp|linkedin|reddit|telegram|copy\s+link)
    | (?:sign\s+up|subscribe|log\s*in|sign\s+in|register|follow\s+us)(?:\s+(?:now|here|to|for|on|with)\b.{0,80})?
    | related(?:\s+(?:articles?|stories|posts|topics|content|news|links))?:? | (?:you\s+(?:may|might)\s+also\s+like|recommended(?:\s+for\s+you)?|more\s+from.{0,40}|most\s+(?:read|viewed|popular)|trending(?:\s+now)?):?
    | skip\s+to\s+(?:main\s+)?content | back\s+to\s+top | (?:previous|next)(?:\s+(?:article|post|story))?:?
    | (?:we|this\s+(?:web)?site)\s+uses?\s+cookies.{0,400} | by\s+(?:continuing|using|browsing).{0,100}\bcookies?\b.{0,300}
    | .{0,120}\b(?:accept|manage|reject)\s+(?:all\s+)?cookies\b.{0,120} | (?:accept|reject|manage)(?:\s+all)?
    | all\s+rights\s+reserved\.? | (?:©|\(c\)|copyright)\s.{0,150} | image\s+(?:source|credit|caption)s?,?.{0,60} | (?:tags|labels|filed\s+under|categories):.{0,200}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(
    r"(?:\d+\s+)?comments?(?:\s*\(\d*\))?:?|(?:post|leave|add)\s+(?:a|your)\s+(?:comment|reply)|related\s+(?:articles?|stories|posts)|"
    r"you\s+(?:may|might)\s+also\s+like:?|recommended\s+for\s+you|more\s+stories",
    re.IGNORECASE,
)


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is a button, a heading of the comments, a cookie notice or the like."""
    line = line.strip(" \t-•*|>›»").strip()
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
