"""What all commands share: arguments, text in and out, progress, help in the language that was chosen."""
