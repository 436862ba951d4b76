"""Which mentions are of the same source: whom a text speaks of, and whom a pronoun or a description takes up."""
