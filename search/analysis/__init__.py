"""Analysis: from a text to the terms that stand for its words."""
