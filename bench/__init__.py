"""How fast the product is, as ratios to baselines timed in the same run. Not part of the product."""
