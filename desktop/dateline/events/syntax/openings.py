"""What stands in one line with the first sentence but is no part of it: bylines, credits, labels, datelines."""

import re

LONGEST = 120
"""Code points of a line's beginning that may be such."""
DATELINE = re.compile(
    r"""(?: [A-Z][A-Z./'’-]{2}[A-Z ./'’-]*            # CAPE TOWN
            (?: ,\s?[A-Z0-9][^\n—–_]{0,50}? )?         # , South Africa
          | [A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2}   # Cape Town, but only before an agency or a date
            (?= \s?\([A-Z] | ,\s[A-Z][a-z]+\s\d{1,2},\s\d{4}\s?[(—–-] )
            (?: ,\s[A-Z][a-z]+\s\d{1,2},\s\d{4} )?
        )
        (?: \s?\([A-Z][^()\n]{1,30}\) )?              # (Agency)
        \s?(?: — | – | -- | _ | -(?=\s) )\s*
        (?= ["“'‘(`]*[A-Z0-9] | \Z)""",
    re.VERBOSE,
)
"""What stands before the first sentence of an agency's report; it is no part of that sentence."""
OPENERS = (
    re.compile(  # Jane Holt/Getty Images
        r"""[A-Z][\w.'’-]+ (?:\s[A-Z][\w.'’-]+){1,2} \s?/\s?
            (?: AP | AFP | EPA | PA | Reuters | Alamy | Shutterstock | Bloomberg | Getty (?:\sImages)? | [A-Z]{2,5} )
            (?: /[A-Z][\w]+ (?:\sImages)? )* \s+ (?=[A-Z“"])""",
        re.VERBOSE,
    ),
    re.compile(  # AP CALDER, Norland --
        r"(?:AP|AFP|UPI|PA|Reuters)\s+(?=[A-Z]{3}[A-Z ./'’-]*(?:,[^\n—–_]{0,40})?\s?(?:—|–|--|_|-\s))"
    ),
    re.compile(r"(?:Getty Images|AFP/Getty Images|AP Photo|PA Media|Press Association)\s+(?=[A-Z“\"])"),
    re.compile(  # STORY HIGHLIGHTS
        r"(?:STORY HIGHLIGHTS|[Ss]tory highlights|HIGHLIGHTS|Photos?|\w+ caption|(?:NEW|UPDATE|BREAKING|WATCH):)"
        r"\s+(?=[A-Z“\"])"
    ),
    re.compile(  # Published 14 May 2031, last updated at 9.15pm GMT
        r"""(?: First\s | Last\s )? (?: [Pp]ublished | [Uu]pdated | [Pp]osted ):? \s
            [^.!?\n]{0,40}? (?: \b\d{4}\b | \d{1,2}[.:]\d{2}\s?(?:am|pm)? (?:\s[A-Z]{2,4}\b)? )
            (?: ,?\s(?:at\s)?\d{1,2}[.:]\d{2}\s?(?:am|pm)? (?:\s[A-Z]{2,4}\b)? )? \s+ (?=[A-Z“"])""",
        re.VERBOSE,
    ),
    re.compile(  # By Jane Holt, Staff Writer
        r"""(?:By|From) \s (?: the | [A-Z][\w.'’-]+ ) (?:\s[A-Z][\w.'’-]+){1,3} ,?\s
            (?: (?:[A-Z]\w+\s){0,2} (?:Writer|Correspondent|Reporter|Editor|Bureau|Staff) | [Ff]or\s[A-Z][\w]+ )
            [,.]? \s+ (?=[A-Z“"])""",
        re.VERBOSE,
    ),
    re.compile(
        r"(?:From|By) (?:Our|our) (?:[A-Z]\w+ )?(?:Correspondent|correspondent|Staff|staff)[,.]?\s+(?=[A-Z“\"])"
    ),
    re.compile(  # By JANE HOLT
        r"""By (?:\s[A-Z][A-Z.'’-]+){2,4}? \s+
            (?= [“"] | [A-Z][a-z] | A\s | [A-Z]{2}[A-Z\s]* (?:,[^\n—–]{0,40})? \s?[—–(-] )""",
        re.VERBOSE,
    ),
)
"""What stands there, each with the words that it must stand before."""


def skip(text: str, low: int, high: int) -> int:
    """Where the first sentence of the line between two offsets begins."""
    moved = True
    while moved:
        matches = (opener.match(text, low, min(high, low + LONGEST)) for opener in (*OPENERS, DATELINE))
        match = next(filter(None, matches), None)
        moved = match is not None and match.end() < high
        low = match.end() if match is not None and (moved or match.re is DATELINE) else low
    return low
