"""The keys at the bottom of the screens."""
