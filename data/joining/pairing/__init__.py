"""How another laptop finds the one that shares, and knows that it is the right one."""
