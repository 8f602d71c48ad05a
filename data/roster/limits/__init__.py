"""What a list may be at most, looked at before it is read."""
