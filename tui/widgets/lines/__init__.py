"""Lines of text that several places use."""
