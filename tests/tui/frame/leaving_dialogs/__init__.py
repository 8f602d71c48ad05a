"""Esc in a dialog, and Ctrl+A in a field."""
