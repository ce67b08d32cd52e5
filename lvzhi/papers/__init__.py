"""文书: outgoing documents, to whom they went, and what leaders wrote on them."""
