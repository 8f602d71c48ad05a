"""Dialogs of the door."""
