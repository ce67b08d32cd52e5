"""What the product is held against: a bare view and Django's own administration site over one model."""
