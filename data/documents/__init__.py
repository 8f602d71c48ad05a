"""What is printed: cards, the title sign, lists to sign, papers."""
