"""The chronicle in the window: what is in sight painted, chosen, opened and read aloud."""
