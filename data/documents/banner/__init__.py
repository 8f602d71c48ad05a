"""The title sign ("tít chữ") that hangs behind the stage, or is thrown onto the wall."""
