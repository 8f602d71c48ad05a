"""Several laptops, one event: steps go both ways through a NATS server on one of them.

Nothing outside this room imports ``nats``, and nothing imports this room before somebody shares or joins.
"""
