"""Promises with their steps and persons, and measures that count kept promises."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    """
    CREATE TABLE person (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        merged_into TEXT,
        PRIMARY KEY (id),
        CHECK (length(name) BETWEEN 1 AND 200),
        CONSTRAINT fk_person_merged_into FOREIGN KEY(merged_into) REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE TABLE promise (
        id TEXT NOT NULL,
        words TEXT NOT NULL,
        person_id TEXT,
        level TEXT NOT NULL,
        made_on TEXT NOT NULL,
        due_span TEXT,
        due_day TEXT,
        done_when TEXT DEFAULT '' NOT NULL,
        why TEXT DEFAULT '' NOT NULL,
        notes TEXT DEFAULT '' NOT NULL,
        is_open INTEGER NOT NULL,
        due_by TEXT,
        PRIMARY KEY (id),
        CHECK (length(words) BETWEEN 1 AND 500),
        CHECK (level IN ('commitment', 'best_effort', 'good_intention')),
        CHECK (due_span IN ('day', 'week', 'month')),
        CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (due_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (due_by GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK ((due_span IS NULL) = (due_day IS NULL)),
        CHECK (length(done_when) <= 1000),
        CHECK (length(why) <= 1000),
        CHECK (length(notes) <= 100000),
        CHECK (is_open IN (0, 1)),
        CONSTRAINT fk_promise_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     STRICT
    """,
    "CREATE INDEX ix_promise_due_by ON promise (due_by)",
    "CREATE INDEX ix_promise_is_open ON promise (is_open) WHERE is_open = 1",
    """
    CREATE TABLE promise_step (
        promise_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        due_span TEXT,
        due_day TEXT,
        told TEXT DEFAULT '' NOT NULL,
        level TEXT,
        effort INTEGER,
        strove INTEGER,
        note TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (promise_id, position),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (due_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (kind IN ('kept', 'late', 'broken', 'released', 'moved', 'relevelled', 'reopened')),
        CHECK (due_span IN ('day', 'week', 'month')),
        CHECK ((due_span IS NULL) = (due_day IS NULL)),
        CHECK (level IN ('commitment', 'best_effort', 'good_intention')),
        CHECK ((kind = 'relevelled') = (level IS NOT NULL)),
        CHECK (effort BETWEEN 0 AND 10),
        CHECK (strove IN (0, 1)),
        CHECK (length(told) <= 200),
        CHECK (length(note) <= 100000),
        CONSTRAINT fk_promise_step_promise_id FOREIGN KEY(promise_id) REFERENCES promise (id)
    )
     WITHOUT ROWID,
     STRICT
    """,
    "CREATE INDEX ix_promise_step_day ON promise_step (day)",
    # SQLite can't change a check: the table is made anew.
    "ALTER TABLE terms RENAME TO terms_0001",
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
        CHECK (kind IN ('yes_no', 'count', 'number', 'duration', 'rating', 'promises')),
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
    "INSERT INTO terms SELECT * FROM terms_0001",
    "DROP TABLE terms_0001",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
