"""Tests of the analysis: words, folds, languages, dictionary forms."""
