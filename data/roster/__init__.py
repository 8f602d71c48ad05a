"""Reading the lists that villages hand over."""
