"""Rules of the house with their versions, and matters reported to the Party committee 制度与请示报告."""
