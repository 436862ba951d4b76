"""How a sentence is built: quotation marks in pairs, chunks, noun phrases and clauses."""
