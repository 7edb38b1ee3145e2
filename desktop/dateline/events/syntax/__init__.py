"""Sentences as trees of words: the parser, its labels, its mends, and what a tree says of a clause."""
