"""How many of what, in words."""
