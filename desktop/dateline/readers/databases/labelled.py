"""ProQuest, EBSCO, Gale and others: articles whose every part has its label ("Title:", "Publication date:")."""

import re

from dateline.readers.databases.entry import COUNT, Entry, blocks, is_label, labels, paragraphs

_LABELS = labels(
    {
        "title": "title titel titre título titolo headline document_title article_title",
        "author": "author authors author(s) autor auteur autoren byline by",
        "date": "publication_date date published date_published pub_date entry_date datum publikationsdatum"
                " date_de_publication fecha_de_publicación erscheinungsdatum",
        "info": "publication_info source source_information quelle source_publication citation",
        "source": "publication_title publication journal newspaper publikationstitel titre_de_la_publication zeitung",
        "text": "full_text fulltext volltext texte_intégral text body article_text texto_completo full_document_text",
        "language": "language language_of_publication sprache langue idioma",
        "url": "document_url url persistent_link permalink",
        "other": "subject subjects section document_type publication_year year proquest_document_id last_updated"
                 " database abstract location people copyright issn place_of_publication country_of_publication"
                 " publication_subject source_type publisher volume issue pages first_page number_of_pages links"
                 " accession_number document_number company_/_organization identifier_/_keyword edition page_count"
                 " company person product_name word_count geographic_terms credit ethnicity ethnic_newswatch category"
                 " column dateline caption illustration correction",
    }
)  # fmt: skip
_ALONE = re.compile(r"\s*(?:full text|volltext|texte intégral|texto completo|testo integrale)\s*", re.IGNORECASE)
"""The label of the text, on a line of its own without a colon."""
_RULE = re.compile(rf"\s*[_=*—-]{{10,}}\s*|{COUNT.pattern}", re.IGNORECASE)


def entries(lines: list[str]) -> list[Entry]:
    """The articles; none where it is no such file."""
    starts = [n for n, line in enumerate(lines) if _RULE.fullmatch(line)] or _repeats(lines)
    parts = [[line for line in block if not _RULE.fullmatch(line)] for block in blocks(lines, [0, *starts])]
    parts = [part for part in parts if any(line.strip() for line in part)]
    found = [_entry(part) for part in parts]
    whole = [entry for entry in found if entry is not None and entry.day is not None and entry.text]
    missed = [part for part, entry in zip(parts, found, strict=True) if entry is None and len(part) > 12]
    return whole if whole and not missed and len(whole) >= len(found) - 2 else []


def _repeats(lines: list[str]) -> list[int]:
    """Where the label that stands first begins another article."""
    told = [(n, label[0], line.partition(":")[0]) for n, line in enumerate(lines) if (label := is_label(line, _LABELS))]
    first = next(((role, words) for _, role, words in told), None)
    return [n for n, role, words in told if (role, words) == first and role in ("title", "author", "source", "date")]


def _entry(lines: list[str]) -> Entry | None:
    """One article; None where the labels do not show one."""
    fields: dict[str, list[str]] = {}
    head: list[str] = []
    role = ""
    for line in lines:
        label = ("text", "") if _ALONE.fullmatch(line) else is_label(line, _LABELS)
        if label and not (role == "text" and label[0] in fields and label[0] != "other"):
            role, value = label
            if role in fields:
                role = "other"
            fields.setdefault(role, []).append(value)
        elif role:
            fields[role].append(line)
        elif line.strip():
            head.append(line.strip())
    if "text" not in fields or not ({"date", "info"} & fields.keys()):
        return None
    one = {key: " ".join(" ".join(value).split()) for key, value in fields.items()}
    source = one.get("source") or one.get("info", "").partition(";")[0]
    return Entry(
        title=one.get("title") or " ".join(head[:2]),
        text=paragraphs(fields["text"]),
        date=one.get("date") or one.get("info", ""),
        source=source if len(source) < 100 else "",
        authors=one.get("author", ""),
        language=one.get("language", ""),
        url=url[0] if (url := re.findall(r"https?://\S+", one.get("url", ""))) else "",
    )
