"""The scene painted: on screen, and into PNG, SVG and PDF."""
