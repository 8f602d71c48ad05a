"""The append-only record of the day, as a TinyDB storage."""
