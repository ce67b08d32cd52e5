"""The plenary peak: three hundred members hand in within minutes while clerks examine and units read."""
