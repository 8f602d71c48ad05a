"""The commands of the command line, by the part of the ceremony they belong to."""
