"""What the words of one mention say by themselves: name, role, body, kind, and how far one can tell who it is."""
