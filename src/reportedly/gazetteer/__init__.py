"""Where things are: names in, places with coordinates and the other candidates out."""
