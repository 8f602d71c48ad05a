"""Who has not come yet (Ctrl+T)."""
