"""The timeline laid out: events and a visible range in, a scene out; no Qt."""
