"""协商全程: one consultation from its topic to the look-back, read off the records of every room below."""
