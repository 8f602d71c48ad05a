"""Bytes of any file into sheets of cells."""
