"""What the master of ceremonies reads aloud, and the facts that fill its braces."""
