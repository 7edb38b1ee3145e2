"""Exports: a bundle in, an image or data out; one module a format."""
