"""Dialogs of the gifts' screen."""
