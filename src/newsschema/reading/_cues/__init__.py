"""Words by which somebody says something: what makes them cues, of what manner and polarity, and how sure that is."""
