"""What a person or an organ did, out of the records of every room."""
