"""The gift desk: households are served by their cards."""
