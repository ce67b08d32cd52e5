"""History materials and their issues; publicity."""
