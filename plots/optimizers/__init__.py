"""Optimisers, their paths and their pace."""
