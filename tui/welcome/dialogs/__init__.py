"""Dialogs of the first screen."""
