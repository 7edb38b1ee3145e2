"""The ways to look at the events."""

TIMELINE, TABLE, EMPTY = range(3)
