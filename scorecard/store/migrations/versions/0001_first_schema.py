"""The first schema: card, entries, days, settings and the record."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE activity (
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        at TEXT NOT NULL,
        verb TEXT NOT NULL,
        subject TEXT NOT NULL,
        turn TEXT NOT NULL,
        fold TEXT,
        chain INTEGER NOT NULL,
        undone INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (seq),
        CHECK (turn IN ('do', 'undo', 'redo')),
        CHECK (undone BETWEEN 0 AND 2)
    )
     STRICT
    """,
    "CREATE INDEX ix_activity_undone ON activity (chain) WHERE undone = 1",
    """
    CREATE TABLE away (
        id TEXT NOT NULL,
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (first_day <= last_day),
        CHECK (length(reason) <= 1000)
    )
     STRICT
    """,
    """
    CREATE TABLE day (
        day TEXT NOT NULL,
        finished_at TEXT,
        PRIMARY KEY (day),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE day_seal (
        day TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (day)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE entry (
        day TEXT NOT NULL,
        measure_id TEXT NOT NULL,
        state TEXT NOT NULL,
        amount INTEGER,
        note TEXT DEFAULT '' NOT NULL,
        from_memory INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (day, measure_id),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (state IN ('scored', 'skipped', 'unknown')),
        CHECK ((state = 'scored') = (amount IS NOT NULL)),
        CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
        CHECK (length(note) <= 100000),
        CHECK (from_memory IN (0, 1))
    )
     WITHOUT ROWID,
     STRICT
    """,
    "CREATE INDEX ix_entry_measure_id_day ON entry (measure_id, day)",
    """
    CREATE TABLE measure_group (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        PRIMARY KEY (id),
        CHECK (length(name) BETWEEN 1 AND 200)
    )
     STRICT
    """,
    """
    CREATE TABLE setting (
        name TEXT NOT NULL,
        first_day TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name, first_day),
        CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE store (
        one INTEGER NOT NULL,
        store_id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        PRIMARY KEY (one),
        CHECK (one = 1)
    )
     STRICT
    """,
    """
    CREATE TABLE terms (
        measure_id TEXT NOT NULL,
        first_day TEXT NOT NULL,
        kind TEXT NOT NULL,
        direction TEXT NOT NULL,
        target INTEGER,
        upper INTEGER,
        scale INTEGER,
        unit TEXT DEFAULT '' NOT NULL,
        weight INTEGER NOT NULL,
        due INTEGER NOT NULL,
        weekly INTEGER NOT NULL,
        place TEXT NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (measure_id, first_day),
        CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (kind IN ('yes_no', 'count', 'number', 'duration', 'rating')),
        CHECK (direction IN ('at_least', 'at_most', 'between', 'tally')),
        CHECK (place IN ('card', 'bench', 'retired')),
        CHECK (target BETWEEN -1000000000000 AND 1000000000000),
        CHECK (upper BETWEEN -1000000000000 AND 1000000000000),
        CHECK (scale IN (5, 10)),
        CHECK (weight BETWEEN 1 AND 3),
        CHECK (due BETWEEN 1 AND 127),
        CHECK (weekly IN (0, 1)),
        CHECK (length(unit) <= 200),
        CHECK (length(reason) <= 1000)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE change (
        activity INTEGER NOT NULL,
        position INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        row_key TEXT NOT NULL,
        "before" TEXT,
        "after" TEXT,
        PRIMARY KEY (activity, position),
        CONSTRAINT fk_change_activity FOREIGN KEY(activity) REFERENCES activity (seq)
    )
     WITHOUT ROWID,
     STRICT
    """,
    "CREATE INDEX ix_change_table_name_row_key ON change (table_name, row_key)",
    """
    CREATE TABLE measure (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        why TEXT DEFAULT '' NOT NULL,
        to_whom TEXT DEFAULT '' NOT NULL,
        "plan" TEXT DEFAULT '' NOT NULL,
        group_id TEXT,
        position INTEGER NOT NULL,
        origin TEXT,
        PRIMARY KEY (id),
        CHECK (length(name) BETWEEN 1 AND 200),
        CHECK (length(why) <= 1000),
        CHECK (length(to_whom) <= 1000),
        CHECK (length(plan) <= 1000),
        CONSTRAINT fk_measure_group_id FOREIGN KEY(group_id) REFERENCES measure_group (id),
        UNIQUE (origin)
    )
     STRICT
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
