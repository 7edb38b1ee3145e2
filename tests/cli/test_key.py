import json
from typing import Any

TEXTS = [
    ("2026-03-03", "A dam broke above the town of Osterby on Monday and forty people were taken from their roofs."),
    ("2026-03-18", "Since the dam above Osterby broke on 2 March, the town has had no water from the mains."),
    ("2026-03-18", "On 2 March the dam above Osterby broke; the mayor spoke of it on Tuesday in the market hall."),
]


def manifest(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def rows(topic: str) -> list[dict[str, str]]:
    return [
        {"doc": f"{topic}{number}", "topic": topic, "published": published, "title": "", "text": text}
        for number, (published, text) in enumerate(TEXTS)
    ]


def test_days_are_ranked_topic_by_topic(dateline: Any) -> None:
    ran = dateline("key", "--no-events", "--manifest", "-", stdin=manifest(*rows("b"), *rows("a")))
    assert ran.status == 0
    assert [row["topic"] for row in ran.records] == sorted((row["topic"] for row in ran.records), reverse=True)
    first = ran.records[0]
    assert (first["day"], first["articles"], first["later"]) == ("2026-03-02", 3, 2)
    assert "Osterby" in first["title"]
    assert first["why"] == "named in 3 articles, 2 of them a week or more later"
    assert set(first) == {"topic", "day", "articles", "later", "score", "title", "why", "events"}


def test_key_cuts_each_topic(dateline: Any) -> None:
    ran = dateline("key", "--no-events", "--key", 1, "--manifest", "-", stdin=manifest(*rows("a"), *rows("b")))
    assert [row["topic"] for row in ran.records] == ["a", "b"]


def test_a_bad_row_costs_itself(dateline: Any) -> None:
    bad = {"doc": "x", "topic": "a", "published": "soon", "text": "It rained."}
    ran = dateline("key", "--no-events", "--manifest", "-", stdin=manifest(*rows("a"), bad, ["no row"]))
    assert ran.status == 1
    assert ran.records[0]["day"] == "2026-03-02"
    assert "line 4 of the manifest" in ran.err
    assert "line 5 of the manifest" in ran.err


def test_events_give_the_titles(dateline: Any) -> None:
    ran = dateline("key", "--key", 1, "--manifest", "-", stdin=manifest(*rows("a")))
    assert ran.status == 0
    assert ran.records[0]["day"] == "2026-03-02"
    assert ran.records[0]["title"] == "The dam above Osterby broke"
    assert any("Since the dam" in told["title"] for told in ran.records[0]["events"])


def test_the_demo_and_timelines_show_so_many_key_events(dateline: Any, write: Any) -> None:
    file = write(
        "a.txt",
        "3 March 2026\n\nThe dam broke on Monday. Police arrested two men on Tuesday. A bakery closed on 2 February.",
    )
    ran = dateline("timeline", file, "--key", 1)
    assert ran.status == 0
    assert len([line for line in ran.out.splitlines() if "2026" in line and line.startswith("  ")]) == 1
