"""Activation functions and what they do to gradients."""
