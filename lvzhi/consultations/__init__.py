"""协商与调研全程: an activity from its topic to what came of it, read off the records of every room below."""
