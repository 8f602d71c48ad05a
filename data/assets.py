"""Where the files lie that are neither code nor an event: plans, templates, samples, translations."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"
