"""How many came, told the same wherever it is told."""
