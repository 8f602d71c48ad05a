"""What is amiss, in words: laptops that did the same, the date, a foreign code, what was lost."""
