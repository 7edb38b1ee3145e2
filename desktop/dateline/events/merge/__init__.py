"""Events of several articles that tell the same."""
