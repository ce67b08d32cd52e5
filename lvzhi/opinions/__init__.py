"""Public-opinion information: from the author's desk by screening, editing and issue to what became of it."""
