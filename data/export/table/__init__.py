"""A table of guests for CSV and workbook: its columns, its rows, what stands in a cell and how it looks."""
