"""Gifts (F4): handovers are logged, households served."""
