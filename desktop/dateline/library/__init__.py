"""The library: everything kept, everything undoable."""
