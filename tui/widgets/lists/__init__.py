"""Lists that several places use."""
