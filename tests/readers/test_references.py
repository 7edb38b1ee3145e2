"""Lists of references with the pages and PDFs that lie beside them."""

import json
from pathlib import Path
from types import ModuleType

import pytest

from dateline.core.model import Article
from dateline.readers import Refusal, read

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <bib:Article rdf:about="https://messenger.example/n/118">
  <z:itemType>newspaperArticle</z:itemType>
  <dcterms:isPartOf><bib:Newspaper><dc:title>The Ostrey Messenger</dc:title></bib:Newspaper></dcterms:isPartOf>
  <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Marn</foaf:surname>
   <foaf:givenName>Ilse</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
  <link:link rdf:resource="#item_2"/><link:link rdf:resource="#item_3"/>
  <dc:title>Old crane is taken down</dc:title><dc:date>2025-03-14</dc:date>
  <dcterms:dateSubmitted>2025-06-03 10:12:13</dcterms:dateSubmitted>
 </bib:Article>
 <z:Attachment rdf:about="#item_2"><rdf:resource rdf:resource="files/2/page.pdf"/></z:Attachment>
 <z:Attachment rdf:about="#item_3"><rdf:resource rdf:resource="{path}"/><dc:title>Snapshot</dc:title></z:Attachment>
 <bib:Document rdf:about="#item_9"><dc:title>A book without a file</dc:title></bib:Document>
</rdf:RDF>"""

ITEM = {"itemType": "newspaperArticle", "title": "Old crane is taken down", "date": "2025-03-14",
        "publicationTitle": "The Ostrey Messenger", "url": "https://messenger.example/n/118",
        "creators": [{"firstName": "Ilse", "lastName": "Marn", "creatorType": "author"}],
        "attachments": [{"path": "files/3/a%20page.html", "title": "Snapshot"}]}  # fmt: skip


def lay(tmp_path: Path, make: ModuleType) -> None:
    for name, data in (("2/page.pdf", make.pdf()), ("3/a page.html", make.html_page())):
        (tmp_path / "files" / name).parent.mkdir(parents=True)
        (tmp_path / "files" / name).write_bytes(data)


def is_whole(article: object, make: ModuleType) -> None:
    assert isinstance(article, Article)
    assert (article.title, article.authors, article.site) == (
        "Old crane is taken down", ("Ilse Marn",), "The Ostrey Messenger")  # fmt: skip
    assert (article.published, article.url) == ("2025-03-14", "https://messenger.example/n/118")
    assert article.text == "\n".join(make.PARAGRAPHS)


def test_zotero_states_what_goes_before_what_is_found(make: ModuleType, tmp_path: Path) -> None:
    lay(tmp_path, make)
    (tmp_path / "list.rdf").write_text(RDF.format(path="files/3/a%20page.html"))
    article, rest = read(tmp_path / "list.rdf")
    is_whole(article, make)
    assert isinstance(article, Article)
    assert [c.value for c in article.candidates if c.kind == "saved"] == ["2025-06-03"]
    assert isinstance(rest, Refusal)
    assert rest.reason == "references without a saved page or PDF beside the list: 1"


def test_json_with_attachments(make: ModuleType, tmp_path: Path) -> None:
    lay(tmp_path, make)
    (tmp_path / "list.json").write_text(
        json.dumps({"items": [ITEM | {"attachments": [{"path": "files/3/a page.html"}]}]})
    )
    (article,) = read(tmp_path / "list.json")
    is_whole(article, make)


def test_csl_s_own_dates_and_names(make: ModuleType, tmp_path: Path) -> None:
    lay(tmp_path, make)
    item = {"type": "article-newspaper", "title": "Old crane is taken down", "issued": {"date-parts": [[2025, 3, 14]]},
            "author": [{"given": "Ilse", "family": "Marn"}], "container-title": "The Ostrey Messenger",
            "URL": "https://messenger.example/n/118", "attachments": [{"path": "files/3/a page.html"}]}  # fmt: skip
    (tmp_path / "list.json").write_text(json.dumps([item]))
    (article,) = read(tmp_path / "list.json")
    is_whole(article, make)


@pytest.mark.parametrize(
    "path", ["../outside.html", "/etc/hostname.html", "files/none.html", "files/out.html", "a\0.html"]
)
def test_nothing_outside_the_folder_is_read(path: str, make: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "list"
    (folder / "files").mkdir(parents=True)
    (tmp_path / "outside.html").write_bytes(make.html_page())
    (folder / "files" / "out.html").symlink_to(tmp_path / "outside.html")
    (folder / "list.json").write_text(json.dumps([ITEM | {"attachments": [{"path": path}]}]))
    (refusal,) = read(folder / "list.json")
    assert isinstance(refusal, Refusal)
    assert "folder of the list" in refusal.reason


def test_a_list_in_an_archive_reads_no_files(make: ModuleType, tmp_path: Path) -> None:
    lay(tmp_path, make)
    (tmp_path / "a.zip").write_bytes(make.zipped({"list.json": json.dumps([ITEM]).encode()}))
    assert all(isinstance(item, Refusal) for item in read(tmp_path / "a.zip"))


def test_a_list_without_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.rdf").write_text(RDF.format(path="x").replace("Attachment", "Memo"))
    (refusal,) = read(tmp_path / "list.rdf")
    assert isinstance(refusal, Refusal)
    assert "list of references" in refusal.reason
