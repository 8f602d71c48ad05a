"""What each page shows, as plain facts and words: one function a page. Nothing here knows of the web."""
