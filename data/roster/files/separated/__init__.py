"""Separated values: records put together out of lines, then cells."""
