"""Dialogs of the stage."""
