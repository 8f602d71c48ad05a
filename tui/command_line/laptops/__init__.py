"""The commands for several laptops, several villages, and phones."""
