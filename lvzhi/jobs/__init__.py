"""Work in the background: what was asked by whom, how far it is, what came of it."""
