"""The four nouns, free of files, parsers and windows: moments, the model, the filter and the change."""
