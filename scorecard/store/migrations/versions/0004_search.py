"""What can be found: the words of other tables. The program fills it when the revisions have run."""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    """
    CREATE TABLE search_entry (
        id INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        row_key TEXT NOT NULL,
        day TEXT,
        PRIMARY KEY (id),
        UNIQUE (table_name, row_key),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
    )
     STRICT
    """,
    """
    CREATE VIRTUAL TABLE search_index USING fts5(
        table_name, tags, body, columnsize=0, prefix='1',
        tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
    )
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
