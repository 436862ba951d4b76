"""The frame of a story: what stands above its body, what stands after it, and whose turn a paragraph is."""
