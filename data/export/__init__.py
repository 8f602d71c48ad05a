"""Attendance and everything else, as files for the office."""
