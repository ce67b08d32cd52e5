"""What the product asks of people: the five bans of 国办函〔2026〕12号 with setting and proof, and the burden meter."""
