"""Nothing is lost: copies of the ledger, what was acknowledged while its file was away, mending damage."""
