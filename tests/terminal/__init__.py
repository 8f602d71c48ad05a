"""The program through a real pseudo-terminal."""
