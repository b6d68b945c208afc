"""Search: what a word, a query, a hit and a facet are.

It knows no file but its own data, no web, no engine.
"""
