"""Looking after the ledger while people work, on slow disks too."""
