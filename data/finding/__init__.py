"""Finding the files that people mean: in the folders where lists, photos and archives lie."""
