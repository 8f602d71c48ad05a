"""Keyboards as Vietnamese people have them set, and what they make of a scanner."""
