"""Dialogs of the guests' screen."""
