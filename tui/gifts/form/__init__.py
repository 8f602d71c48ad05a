"""The form of a handover."""
