"""The body of a page."""

from dateline.readers import bodies
from dateline.readers.html import parse


def test_words_of_the_article_that_its_text_does_not_have_are_counted() -> None:
    said = "tells of the bridge over the Arle and of those who mended it in the long winter."
    paragraphs = [f"Paragraph {n} {said}" for n in range(4)]
    tree = parse(
        "<html><body><div>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</div><div><p>"
        "Another box of the page tells of something else, at the same length as the article.</p></div></body></html>"
    )
    boxes = bodies.Boxes(tree)
    assert boxes.omitted("\n".join(paragraphs)) == 0
    assert boxes.omitted("\n".join(paragraphs[:3])) == len(paragraphs[3].split())
    assert boxes.omitted("") == 0
