"""The lines of the ledger: what stands in one, how it is written, checked and read, who gave its id."""
