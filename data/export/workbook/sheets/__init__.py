"""The sheets of an event's workbook, one file each."""
