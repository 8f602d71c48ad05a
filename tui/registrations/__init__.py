"""Households that register for the yearly criteria (Ctrl+R)."""
