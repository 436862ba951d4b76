"""What the reader knows before it sees a text: word lists, names, the frames of cues, and the tags of words."""
