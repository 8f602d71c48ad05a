"""The district follows its villages: each sends counts, and whole entries only where that is switched on."""
