"""A title in one line, from the words of the clause."""
