"""What the panes share: the open library, what is selected, the session and the work away from the window's thread."""
