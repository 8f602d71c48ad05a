"""What a damaged ledger still tells: which lines can be believed or put right, and what is known of those lost."""
