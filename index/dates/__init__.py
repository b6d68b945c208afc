"""Dates: which day did somebody write, in metadata, in a text or in a path?

- `metadata_dates`: a value that is nothing but a date, as `Oct. 23, 2016` or `1477180800`.
- `text_dates`: the day that an article's text says it appeared on, or its path (`path_dates`).
- `calendars`: days of the Persian and the Hebrew calendar.

What dates mean once they are read, spans and comparisons, is `search/model/dates.py`; which
element of a saved page dates its article is `index/loaders/page_dates.py`.
"""
