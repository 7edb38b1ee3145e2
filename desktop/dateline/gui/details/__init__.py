"""The details of the selected events."""
