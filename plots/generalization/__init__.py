"""Fitting, regularising and measuring what was not seen."""
