"""The first morning of an empty office 开张: committee, term, organs, administrators; what is still missing."""
