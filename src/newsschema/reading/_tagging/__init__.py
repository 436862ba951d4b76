"""Tokens of a text and their tags: which words are names, nouns and verbs where they stand."""
