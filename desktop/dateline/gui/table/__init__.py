"""The events as a table."""
