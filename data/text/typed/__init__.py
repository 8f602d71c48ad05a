"""One reader of each thing that people type: hours, days, sums of money, ranges, books."""
