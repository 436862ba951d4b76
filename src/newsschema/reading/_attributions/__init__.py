"""Attributions: who says what by which cue, unit by unit, and then over the paragraphs of a text."""
