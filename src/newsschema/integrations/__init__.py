"""Integrations with pydantic, cattrs, Hypothesis and notebooks, imported when they are used."""
