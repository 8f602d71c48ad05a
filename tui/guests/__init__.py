"""The list of guests (F5)."""
