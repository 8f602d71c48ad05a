"""Pages for phones, against a real server on loopback."""
