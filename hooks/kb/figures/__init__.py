"""The figures of `plots`, drawn once and put into answers."""
