"""The article that is read, and the list of articles."""
