"""Alembic's revisions. Each writes its own SQL and imports none of today's tables: a revision never changes again."""
