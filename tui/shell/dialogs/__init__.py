"""Dialogs of the whole program: help, who is on duty, notes."""
