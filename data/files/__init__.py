"""Files of this machine: whole or not at all, readable by their owner, named by people, never a bomb."""
