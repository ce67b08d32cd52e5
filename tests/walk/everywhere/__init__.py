"""Every address × every login × own and foreign records of the demonstration: who gets what, and what it says."""
