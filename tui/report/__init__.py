"""Attendance in numbers, export, closing (F6)."""
