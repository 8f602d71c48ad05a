"""Codes on cards, and reading them from keys, cameras and pictures."""
