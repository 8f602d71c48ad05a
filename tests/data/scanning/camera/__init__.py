"""The webcam and videos."""
