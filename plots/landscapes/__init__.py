"""The surfaces that training descends."""
