"""What other packages ask of the types: one module for each, imported when that package asks."""
