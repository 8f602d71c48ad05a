"""Codes drawn in the terminal."""
