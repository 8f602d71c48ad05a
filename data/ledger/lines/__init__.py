"""One line of the ledger: what stands in it, how it is written and checked, who gave its id."""
