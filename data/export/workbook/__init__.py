"""The Excel workbook: how it is written, and its sheets."""
