"""Codes that are no card of a ceremony."""
