"""What plan, guests and ledger add up to."""
