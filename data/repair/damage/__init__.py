"""What a damaged ledger still tells: which lines can be believed or put right, and what was lost."""
