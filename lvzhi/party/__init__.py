"""Party organisations of a committee and their life 党建."""
