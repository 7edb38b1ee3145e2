"""The window around the panes, and the application around the window."""
