"""Keys that are pressed twice: the first press says what the second one does."""
