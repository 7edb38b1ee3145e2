"""The words for the values of the model, in English; shown through `tr`."""

from dateline.core.model import Certainty, Status
from dateline.core.moment import Granularity

CERTAINTY = {
    Certainty.REPORTED: "Reported",
    Certainty.CLAIMED: "Claimed",
    Certainty.PLANNED: "Planned",
    Certainty.POSSIBLE: "Possible",
    Certainty.UNLIKELY: "Unlikely",
    Certainty.DENIED: "Denied",
}
STATUS = {
    Status.FOUND: "Found",
    Status.CONFIRMED: "Confirmed",
    Status.REJECTED: "Rejected",
    Status.ADDED: "Added",
}
PRECISION = {
    Granularity.MINUTE: "Minute",
    Granularity.HOUR: "Hour",
    Granularity.DAY_PART: "Part of a day",
    Granularity.DAY: "Day",
    Granularity.WEEKEND: "Weekend",
    Granularity.WEEK: "Week",
    Granularity.MONTH: "Month",
    Granularity.SEASON: "Season",
    Granularity.QUARTER: "Quarter",
    Granularity.HALF: "Half-year",
    Granularity.YEAR: "Year",
    Granularity.DECADE: "Decade",
    Granularity.CENTURY: "Century",
    Granularity.MILLENNIUM: "Millennium",
    Granularity.VAGUE: "Vague",
}
LANES = {
    "none": "None",
    "article": "Article",
    "collection": "Collection",
    "tag": "Tag",
    "person": "Person",
    "place": "Place",
    "certainty": "Certainty",
}
"""What the timeline may be grouped by."""
CORRECTED = {
    "title": "Title",
    **dict.fromkeys(("earliest", "latest_start", "earliest_end", "latest", "granularity", "relation"), "When"),
    "certainty": "Certainty",
    "participants": "Who and where",
}
"""What the reader may set of an event, by the fields that it is kept in."""
