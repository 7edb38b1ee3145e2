"""The shelf of events without a date."""
