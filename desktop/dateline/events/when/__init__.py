"""Which time an event has: its own, one carried from the story, or publication; and why."""
