"""Entities: which leaders, countries and ideas are meant by the names in a text or a query?"""
