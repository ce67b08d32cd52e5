"""Every Chinese word of the room."""
