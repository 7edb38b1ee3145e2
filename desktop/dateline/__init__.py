"""Dateline: what happened when, across one news article or four hundred."""

__version__ = "0.1.0"
