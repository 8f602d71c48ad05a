"""Names of places: how lists and papers write them, and when two spellings are one."""
