"""Markup as text, block by block, and XML read without what makes it dangerous."""

import pytest
from lxml import etree

from dateline.errors import Refused
from dateline.readers import markup


def test_a_block_is_a_line_and_what_is_inline_stays_in_it() -> None:
    made = "<div><h1>Crane <b>falls</b></h1><p>It fell<br>at\n  noon.</p><ul><li>Nobody</li><li>was hurt</li></ul>tail"
    assert markup.text_of(made).split("\n") == ["Crane falls", "It fell", "at noon.", "Nobody", "was hurt", "tail"]


@pytest.mark.parametrize("name", ["script", "style", "template", "noscript", "svg"])
def test_what_no_reader_sees_is_left_out_but_not_what_follows(name: str) -> None:
    made = f"<p>It fell <{name}>hidden <b>words</b></{name}>at noon.</p>"
    assert markup.text_of(made) == "It fell at noon."


def test_comments_are_no_text_and_what_follows_them_is() -> None:
    assert markup.text_of("<p>It fell<!-- not really --> at noon.</p>") == "It fell at noon."
    assert markup.text_of("<p>It fell<?pi really?> at noon.</p><!-- x -->tail") == "It fell at noon.\ntail"
    assert markup.text_of("<p>It fell.</p><script>a<!-- b -->c</script>") == "It fell."


def test_nothing_gives_nothing() -> None:
    assert markup.text_of("") == markup.text_of("  \n") == markup.text_of("<!-- -->") == ""


def test_the_text_of_an_element_is_not_what_follows_it() -> None:
    root = etree.fromstring(b"<a xmlns='urn:x'><p>It fell.</p><p>Nobody was hurt.</p></a>")
    assert markup.element_text(root[0]) == "It fell."


def test_damaged_xml_says_where() -> None:
    with pytest.raises(Refused, match="line 2"):
        markup.xml(b"<a>\n<b></a>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_its_own_are_refused_in_any_encoding(encoding: str) -> None:
    made = '<!DOCTYPE a [<!ENTITY crane "fell">]><a>&crane;</a>'
    with pytest.raises(Refused, match="entities"):
        markup.xml(made.encode(encoding))


def test_what_is_called_by_class_and_id() -> None:
    assert markup.called(etree.fromstring("<p class='post-date' id='top'/>")) == "post-date top"
    assert markup.called(etree.fromstring("<p/>")).strip() == ""


def test_a_line_is_one_and_short() -> None:
    assert markup.line(" It\n fell\t. ") == "It fell ."
    assert len(markup.line("x" * 600)) == 500


def test_letters_are_what_two_writings_share() -> None:
    assert markup.letters("Crane-Falls, 14_March!") == markup.letters("crane falls 14 march") == "cranefalls14march"


def test_an_element_has_its_name_without_a_namespace_and_all_its_words() -> None:
    root = etree.fromstring(b"<a xmlns='urn:x'><b>It\n fell</b><!-- no --> at <i>noon</i>.</a>")
    assert [markup.name_of(each) for each in root.iter()] == ["a", "b", "", "i"]
    assert markup.words_of(root) == "It fell at noon ."
    assert markup.words_of(None) == ""
