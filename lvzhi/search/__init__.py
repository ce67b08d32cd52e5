"""Full text over every room: what is indexed, how it is kept, how it is asked within rights."""
