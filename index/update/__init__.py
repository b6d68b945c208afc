"""Updating: how does an index come up to date with its folders?"""
