"""Dialogs of the report's screen."""
