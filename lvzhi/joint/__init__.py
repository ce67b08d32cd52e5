"""One piece of work of several committees: led by one, joined by others, kept once."""
