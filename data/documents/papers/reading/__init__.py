"""What a template asks for, read from its file without a library."""
