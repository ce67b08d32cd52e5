"""messages: the inbox, notices to many, and who has read them."""
