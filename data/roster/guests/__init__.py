"""Rows into guests, and what is doubtful about them."""
