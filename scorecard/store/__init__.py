"""The only room that knows SQLAlchemy, and with `formats` the only one that knows SQLite.

`opening`, `known`, `rows` and `first_look` do without SQLAlchemy: they run before the first picture.
"""
