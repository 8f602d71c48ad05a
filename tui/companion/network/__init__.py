"""Who may come in from the network, and by which addresses and certificate."""
