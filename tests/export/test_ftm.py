"""Entities as FollowTheMoney has them."""

import json
from typing import Any

from dateline.core.model import Bundle
from dateline.export import Options, ftm


def lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.splitlines()]


def test_entities_name_one_another(bundle: Bundle) -> None:
    entities = {each["id"]: each for each in lines(ftm.write(bundle, Options()))}
    assert [each["schema"] for each in entities.values()].count("Event") == 7
    fell = entities["event-20"]["properties"]
    assert fell["name"] == ["Crane falls into harbour"]
    assert fell["summary"] == [
        "29 March 2025, night (“Saturday night”): Crane falls into harbour (claimed), by the port"
    ]
    assert fell["description"] == ["A crane fell into the old harbour on Saturday night, the port said."]
    assert (fell["startDate"], fell["endDate"]) == (["2025-03-29"], ["2025-03-30"])
    (port,) = fell["involved"]
    assert entities[port] == {"id": port, "schema": "Organization", "properties": {"name": ["Port of Elm"]}}
    article = entities[fell["proof"][0]]
    assert article["schema"] == "Article"
    assert article["properties"]["publishedAt"] == ["2025-03-30"]
    assert article["properties"]["author"] == ["Ada Pine", "Bo Marsh"]
    assert entities["event-24"]["properties"]["date"] == ["2025-03-29"]


def test_what_has_no_day_there_has_no_date(bundle: Bundle) -> None:
    entities = {each["id"]: each["properties"] for each in lines(ftm.write(bundle, Options()))}
    for number in (25, 26):
        assert not {"date", "startDate", "endDate"} & entities[f"event-{number}"].keys()
    assert "15 March 44 BC" in entities["event-26"]["summary"][0]
    assert "startDate" not in entities["event-22"]
    assert entities["event-22"]["endDate"] == ["2027-12-31"]


def test_every_property_is_a_list_of_texts(bundle: Bundle) -> None:
    for entity in lines(ftm.write(bundle, Options())):
        assert all(texts and all(isinstance(text, str) and text for text in texts)
                   for texts in entity["properties"].values())  # fmt: skip


def test_files_do_not_tell_where_they_lie(bundle: Bundle) -> None:
    files = [each["properties"].get("fileName") for each in lines(ftm.write(bundle, Options()))]
    assert ["crane.txt"] in files
