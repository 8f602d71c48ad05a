"""Codes in pictures: one file, a camera's frame, or a folder that phone photos are copied into."""
