"""Queries: which articles of some segments match, how well, and at which offsets?"""
