"""What words mean: questions, labels, placeholders, the same term in other letters."""
