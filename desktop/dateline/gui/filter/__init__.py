"""The filter of all panes."""
