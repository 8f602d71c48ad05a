"""The running program: it opens events, loads the places, and owns keys, palette, help and undo."""
