"""The NATS server that one laptop runs in the event's folder, and that ends with the program."""
