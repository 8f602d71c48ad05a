"""What the master of ceremonies reads aloud."""
