"""Prints the AppStream metainfo as it is shipped.

    packaging/metainfo.py [ADDRESS]

ADDRESS is the home page, with the guide's pictures at ADDRESS/images/: a store asks for both. Without one, no page is
named, and the screenshots are left out.
"""

import sys
from pathlib import Path

from lxml import etree

FILE = Path(__file__).parent / "app.dateline.Dateline.metainfo.xml"


def metainfo(address: str = "") -> bytes:
    """The file's content with the address in it, or with nothing that needs one."""
    tree = etree.parse(FILE)
    root = tree.getroot()
    shots = root.find("screenshots")
    if not address:
        root.remove(shots)
    else:
        address = address.rstrip("/")
        for image in shots.iter("image"):
            image.text = f"{address}/images/{image.text}"
        page = etree.Element("url", type="homepage")
        page.text, page.tail = f"{address}/", shots.tail
        shots.addprevious(page)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8") + b"\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(metainfo(*sys.argv[1:2]))
