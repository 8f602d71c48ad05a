"""Reading a list in: file, preview, columns."""
