"""The dialogs, each loaded when it is first opened."""
