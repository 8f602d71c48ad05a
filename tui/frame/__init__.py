"""What every place builds on: the screen of an event, dialogs, commands and their keys."""
