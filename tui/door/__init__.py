"""The door (F2): guests are let in."""
