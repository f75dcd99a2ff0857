"""Reflections: prompts, answers, how a day felt, adjustments and check-ins."""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    """
    CREATE TABLE prompt (
        id TEXT NOT NULL,
        words TEXT NOT NULL,
        position INTEGER NOT NULL,
        retired INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (id),
        CHECK (length(words) BETWEEN 1 AND 500),
        CHECK (retired IN (0, 1))
    )
     STRICT
    """,
    """
    CREATE TABLE question (
        id TEXT NOT NULL,
        words TEXT DEFAULT '' NOT NULL,
        theme TEXT DEFAULT '' NOT NULL,
        retired INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (id),
        CHECK (length(words) <= 500),
        CHECK (length(theme) <= 200),
        CHECK (retired IN (0, 1))
    )
     STRICT
    """,
    """
    CREATE TABLE reflection (
        day TEXT NOT NULL,
        prompt_id TEXT NOT NULL,
        question TEXT NOT NULL,
        answer TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (day, prompt_id),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (length(question) <= 500),
        CHECK (length(answer) <= 100000)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE felt (
        day TEXT NOT NULL,
        grade TEXT NOT NULL,
        PRIMARY KEY (day),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (length(grade) BETWEEN 1 AND 200)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE adjustment (
        day TEXT NOT NULL,
        asked_on TEXT NOT NULL,
        tried INTEGER NOT NULL,
        helped INTEGER,
        first_measure TEXT,
        second_measure TEXT,
        PRIMARY KEY (day),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (tried IN (0, 1)),
        CHECK (helped IN (0, 1)),
        CONSTRAINT fk_adjustment_first_measure FOREIGN KEY(first_measure) REFERENCES measure (id),
        CONSTRAINT fk_adjustment_second_measure FOREIGN KEY(second_measure) REFERENCES measure (id)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE checkin (
        id TEXT NOT NULL,
        definition TEXT NOT NULL,
        day TEXT NOT NULL,
        subject TEXT NOT NULL,
        person_id TEXT,
        factors TEXT NOT NULL,
        formula TEXT NOT NULL,
        result INTEGER NOT NULL,
        evidence TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        CHECK (length(definition) BETWEEN 1 AND 200),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (subject IN ('me', 'person', 'team')),
        CHECK (length(factors) <= 10000),
        CHECK (length(formula) <= 1000),
        CHECK (length(evidence) <= 100000),
        CONSTRAINT fk_checkin_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     STRICT
    """,
    "CREATE INDEX ix_checkin_day ON checkin (day)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
