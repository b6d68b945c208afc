"""Segments: how are postings, columns and articles kept as arrays in a mapped file?"""
