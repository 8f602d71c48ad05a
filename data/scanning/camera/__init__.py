"""The webcam as a scanner: frames from a camera or a video file, the codes in them, a small picture.

OpenCV is imported when a camera is first wanted: it takes as long to load as the whole program.
"""
