"""Papers to print and sign (Ctrl+G)."""
