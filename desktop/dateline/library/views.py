"""Views for other programs: the library's rows with ISO dates and with names in place of ids.

They are made again after every migration, so that a change of the tables need not heed them.
"""
# ruff: noqa: S608 # SQL put together of the texts below alone

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def _iso(column: str) -> str:
    """Civil minutes since 0001-01-01 as ISO text; NULL before the year 0, for which ISO dates have no common form."""
    return f"CASE WHEN {column} >= -527040 THEN strftime('%Y-%m-%dT%H:%M', '0001-01-01', {column} || ' minutes') END"


def _names(condition: str) -> str:
    """The names of an event's participants, each once, with commas."""
    return (
        "(SELECT group_concat(name, ', ') FROM"
        " (SELECT DISTINCT coalesce(nullif(value ->> 'name', ''), value ->> 'text')"
        f" AS name FROM json_each(e.participants) WHERE {condition}))"
    )


def _list(column: str) -> str:
    """A list of words, with commas."""
    return f"(SELECT group_concat(value, ', ') FROM json_each({column}))"


_QUOTE = "substr(a.text, e.sentence_start + 1, e.sentence_end - e.sentence_start)"

VIEWS = {
    "articles_view": f"""
        SELECT a.id, a.title, a.published, a.published_confidence, {_list("a.authors")} AS authors, a.site, a.url,
            a.language, {_list("a.collections")} AS collections, {_list("a.tags")} AS tags, a.note, a.added, a.text,
            a.sha256, (SELECT count(*) FROM events e WHERE e.article = a.id AND NOT e.binned AND e.status != 'rejected')
            AS events
        FROM articles a WHERE NOT a.binned
    """,
    "events_view": f"""
        SELECT e.id, coalesce(m.title, e.title) AS title, {_iso("e.earliest")} AS earliest,
            {_iso("e.latest_start")} AS latest_start, {_iso("e.earliest_end")} AS earliest_end,
            {_iso("e.latest")} AS latest, e.granularity, e.relation, e.words, e.certainty, e.attributed_to, e.status,
            e.weight, {_names("value ->> 'kind' != 'place' AND value ->> 'role' != 'place'")} AS who,
            {_names("value ->> 'kind' = 'place' OR value ->> 'role' = 'place'")} AS places, {_list("e.tags")} AS tags,
            e.note, a.title AS article, a.published, a.site, a.url, {_QUOTE} AS quote, e.article AS article_id,
            e.merge AS merge_id
        FROM events e LEFT JOIN articles a ON a.id = e.article LEFT JOIN merges m ON m.id = e.merge
        WHERE NOT e.binned AND e.status != 'rejected' AND NOT coalesce(a.binned, 0)
    """,
    "timeline_view": f"""
        SELECT {_iso("min(e.earliest)")} AS begin, {_iso("max(e.latest)")} AS until,
            coalesce(m.title, e.title) AS title, e.granularity, e.certainty, max(e.weight) AS weight,
            count(DISTINCT e.article) AS articles, a.title AS article, a.published, a.site, a.url, {_QUOTE} AS quote,
            e.id AS event_id
        FROM events e LEFT JOIN articles a ON a.id = e.article LEFT JOIN merges m ON m.id = e.merge
        WHERE NOT e.binned AND e.status != 'rejected' AND NOT coalesce(a.binned, 0)
            AND (e.earliest IS NOT NULL OR e.latest IS NOT NULL)
        GROUP BY coalesce(e.merge, -e.id) ORDER BY coalesce(min(e.earliest), max(e.latest))
    """,
}
"""Each by its name. Rejected events and the bin are left out; a merged group is one row of the timeline."""


def make(db: "Database") -> None:
    """Make all of them anew."""
    for name, sql in VIEWS.items():
        db.create_view(name, sql, replace=True)


def drop(db: "Database") -> None:
    """Take all of them away, before tables change."""
    for name in VIEWS.keys() & set(db.view_names()):
        db.view(name).drop()
