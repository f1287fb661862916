"""Networks: how they compute, and the ones trained for figures."""
