"""Official documents composed of records of this room."""
