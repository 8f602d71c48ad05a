"""Several laptops at one event: sharing it, and joining those who do."""
