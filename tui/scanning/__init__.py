"""Scans on their way in: telling a scanner from a person, cameras, and the answer."""
