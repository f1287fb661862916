"""How a network starts: weights and scales."""
