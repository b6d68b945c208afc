"""Queries: which articles of some segments answer a query, how well, and where do its words stand in them?"""
