"""The list of dates for catalogues."""

from tests.export.made import CRANE

from dateline.core.model import Bundle
from dateline.export import edtf_list


def test_the_list_gives_edtf_or_else_the_words(bundle: Bundle) -> None:
    assert edtf_list.write(bundle, CRANE).decode().splitlines() == [
        "-0043-03-15\tCaesar dies",
        "2025-01/..\tFerry stops sailing",
        "2025-03-29\t=Two workers hurt <script>alert(1)</script>",
        "2025-03-29\tCrane falls",
        "Saturday night\tCrane falls into harbour",
        "../2027\tRebuild quay",
        "some day\tAdded by hand",
    ]
