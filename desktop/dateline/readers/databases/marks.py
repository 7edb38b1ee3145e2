"""The lines by which the file of a news database is told, apart from what splits it: other files load none of that."""

import re

ENDS = (
    re.compile(r"(?mi)^[ \t]*(?:load-date|length|länge|longueur)\s*:"),
    re.compile(r"(?m)^[ \t]*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)[ \t]*$"),
    re.compile(r"(?m)^[ \t]*(?:AN\s+)?Document [A-Z]{2,8}\w{12,}[ \t]*$"),
    re.compile(r"(?mi)^[ \t]*\d{2,5} (?:words|mots|wörter|palabras|parole)[ \t]*$"),
    re.compile(
        r"(?mi)^[ \t]*(?:full text|publication date|proquest document id|accession number|dokumentnummer)\s*:"
        r"|^[ \t]*record\s*:\s*[0-9A-F]{6,}\s*$"
    ),
    re.compile(
        r"(?mi)^[ \t]*(?:document|dokument)?[ \t]*\d+ (?:of|von|de) \d+ (?:documents|dokumente|documentos)[ \t]*$"
        r"|^[ \t]*(?:document|dokument|documento) \d+ (?:of|von|de|sur) \d+[ \t]*$"
    ),
)
"""Marks that stand once in each article of a database's file."""

DATED = re.compile(
    r"(?mi)^.{0,120}\b(?:1[5-9]|20)\d\d\b.{0,80}?[\s•·|,–-]"
    r"\d[\d .,]{0,6}\s?(?:mots|words|palabras|wörter)\b[^.!?]{0,20}(?:\bp\. ?\S{1,6})?$"
    r"|^.{0,80}\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"[^!?]{0,24}\b(?:1[5-9]|20)\d\d,? (?:p\.|pp\.|page) ?\S{1,8}$"
)
"""A line of Europresse with the date, and the number of words or the page."""
