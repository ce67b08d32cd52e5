"""Honours to a person, an organ or a work."""
