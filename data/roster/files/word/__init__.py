"""Documents of Word, and the strict form of office files."""
