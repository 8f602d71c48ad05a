"""The terminal itself: closed, standing still, or without Vietnamese letters."""
