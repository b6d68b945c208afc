"""Making the tables.

From simplemma's dictionaries and wordfreq's frequencies to the files under `tables/`.
Nothing here runs when Readout runs; both sources are development dependencies.
"""
