"""What other packages ask of the types: one module for each, imported by that package alone."""
