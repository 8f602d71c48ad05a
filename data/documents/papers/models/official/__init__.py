"""The models of official papers: decisions, minutes and reports."""
