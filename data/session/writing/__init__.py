"""How an open event writes: what may be recorded, under which id, and the long steps among them."""
