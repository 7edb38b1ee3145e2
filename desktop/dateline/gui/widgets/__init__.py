"""The shared builders of the window's parts, and its look."""
