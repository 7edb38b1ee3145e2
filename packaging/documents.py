"""The kinds of files that the macOS application opens, for its property list: made of the readers' table of formats."""

import re
from collections.abc import Iterable

from dateline.readers.formats import FORMATS


def document(name: str, role: str, suffixes: Iterable[str], types: Iterable[str] = ()) -> dict[str, object]:
    """An entry of CFBundleDocumentTypes. macOS passes over suffixes where it is given types (UTI)."""
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": role,
        "LSHandlerRank": "Owner" if role == "Editor" else "Alternate",
        "CFBundleTypeExtensions": [suffix.removeprefix(".") for suffix in suffixes],
    } | ({"LSItemContentTypes": list(types)} if types else {})


def document_types(library: str) -> list[dict[str, object]]:
    """All entries: the library, whose type (UTI) is given, and each format for which a desktop offers Dateline."""
    offered = (form for form in FORMATS if form.mime)
    return [
        document("Dateline library", "Editor", [".dateline"], [library]),
        *(document(re.sub(r"^an? ", "", form.words), "Viewer", filter(None, form.suffixes)) for form in offered),
    ]
