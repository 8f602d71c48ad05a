"""One reader of each number that people type: how many, which guests, sums of money; and numbers in words."""
