"""What was said: where its words begin, and where they end."""
