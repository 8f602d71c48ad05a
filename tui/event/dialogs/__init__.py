"""What F10 asks in dialogs of its own."""
