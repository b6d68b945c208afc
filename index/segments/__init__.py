"""Segments: how are postings, columns and articles kept as arrays in a file that is mapped and never copied?"""
