"""Several laptops, one event: steps of others judged and taken in, two copies made one.

What another part of the program needs to send and receive steps:

- ``records.record_of(step)`` is one step as bytes for a wire or a file, with a checksum of its own;
- ``take_in.take_in(session, records, event=…)`` takes such bytes (or steps) in, once each, on disk when it
  returns, and says what came, what was refused and why, and what collided;
- ``data.queries.laptops.writers`` knows which laptops wrote in the event, and what one wrote since an id;
- ``data.queries.laptops.digest.digest(state)`` is the same wherever the same steps are, and nowhere else.
"""
