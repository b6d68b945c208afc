"""The model: what an article, a facet, a question and an answer are."""
