"""The log of everything (Ctrl+L)."""
