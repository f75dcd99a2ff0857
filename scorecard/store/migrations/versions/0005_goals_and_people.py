"""Goals and what belongs to them; people and what is between us."""

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = (
    """
    CREATE TABLE goal (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        perspective TEXT DEFAULT '' NOT NULL,
        key_result TEXT DEFAULT '' NOT NULL,
        why TEXT DEFAULT '' NOT NULL,
        counted TEXT NOT NULL,
        target INTEGER,
        unit TEXT DEFAULT '' NOT NULL,
        span TEXT NOT NULL,
        first_day TEXT NOT NULL,
        position INTEGER NOT NULL,
        closed INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (id),
        CHECK (length(name) BETWEEN 1 AND 200),
        CHECK (length(perspective) <= 200),
        CHECK (length(key_result) <= 1000),
        CHECK (length(why) <= 1000),
        CHECK (counted IN ('total', 'time', 'days_met', 'score')),
        CHECK (target BETWEEN -1000000000000 AND 1000000000000),
        CHECK (target > 0),
        CHECK (length(unit) <= 200),
        CHECK (span IN ('quarter', 'year')),
        CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (closed IN (0, 1))
    )
     STRICT
    """,
    """
    CREATE TABLE concern (
        id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        words TEXT NOT NULL,
        position INTEGER NOT NULL,
        PRIMARY KEY (id),
        CHECK (kind IN ('responsibility', 'concern')),
        CHECK (length(words) BETWEEN 1 AND 500),
        CONSTRAINT fk_concern_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     STRICT
    """,
    "CREATE INDEX ix_concern_person_id ON concern (person_id)",
    """
    CREATE TABLE factor_plan (
        person_id TEXT NOT NULL,
        checkin TEXT NOT NULL,
        factor TEXT NOT NULL,
        words TEXT NOT NULL,
        changed_on TEXT NOT NULL,
        PRIMARY KEY (person_id, checkin, factor),
        CHECK (length(words) BETWEEN 1 AND 500),
        CHECK (changed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CONSTRAINT fk_factor_plan_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE goal_part (
        goal_id TEXT NOT NULL,
        part TEXT NOT NULL,
        part_id TEXT NOT NULL,
        PRIMARY KEY (goal_id, part, part_id),
        CHECK (part IN ('measure', 'group')),
        CONSTRAINT fk_goal_part_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id)
    )
     WITHOUT ROWID,
     STRICT
    """,
    "CREATE INDEX ix_goal_part_part_id ON goal_part (part_id)",
    """
    CREATE TABLE help (
        id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        asked_on TEXT NOT NULL,
        answer TEXT DEFAULT '' NOT NULL,
        done_on TEXT,
        outcome TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (length(answer) <= 2000),
        CHECK (length(outcome) <= 2000),
        CONSTRAINT fk_help_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     STRICT
    """,
    "CREATE INDEX ix_help_person_id ON help (person_id)",
    """
    CREATE TABLE intent (
        id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        day TEXT NOT NULL,
        words TEXT NOT NULL,
        said_on TEXT,
        PRIMARY KEY (id),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (length(words) BETWEEN 1 AND 2000),
        CONSTRAINT fk_intent_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     STRICT
    """,
    "CREATE INDEX ix_intent_person_id ON intent (person_id)",
    """
    CREATE TABLE owed (
        id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        words TEXT NOT NULL,
        made_on TEXT NOT NULL,
        due_day TEXT,
        settled_on TEXT,
        outcome TEXT,
        note TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        CHECK (length(words) BETWEEN 1 AND 500),
        CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (due_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (settled_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (outcome IN ('kept', 'late', 'broken', 'released')),
        CHECK ((settled_on IS NULL) = (outcome IS NULL)),
        CHECK (length(note) <= 2000),
        CONSTRAINT fk_owed_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     STRICT
    """,
    "CREATE INDEX ix_owed_person_id ON owed (person_id)",
    """
    CREATE TABLE person_group (
        person_id TEXT NOT NULL,
        word TEXT NOT NULL,
        PRIMARY KEY (person_id, word),
        CHECK (length(word) BETWEEN 1 AND 200),
        CONSTRAINT fk_person_group_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE profile (
        person_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        role TEXT DEFAULT '' NOT NULL,
        organisation TEXT DEFAULT '' NOT NULL,
        email TEXT DEFAULT '' NOT NULL,
        phone TEXT DEFAULT '' NOT NULL,
        rhythm INTEGER,
        ask_next TEXT DEFAULT '' NOT NULL,
        important TEXT DEFAULT '' NOT NULL,
        should_happen TEXT DEFAULT '' NOT NULL,
        unfolds TEXT DEFAULT '' NOT NULL,
        bad_outcome TEXT DEFAULT '' NOT NULL,
        notes TEXT DEFAULT '' NOT NULL,
        team_id TEXT,
        review_day TEXT,
        archived INTEGER DEFAULT '0' NOT NULL,
        origin TEXT,
        PRIMARY KEY (person_id),
        CHECK (kind IN ('person', 'team')),
        CHECK (length(role) <= 200),
        CHECK (length(organisation) <= 200),
        CHECK (length(email) <= 1000),
        CHECK (length(phone) <= 1000),
        CHECK (rhythm BETWEEN 1 AND 3650),
        CHECK (length(ask_next) <= 500),
        CHECK (length(important) <= 2000),
        CHECK (length(should_happen) <= 2000),
        CHECK (length(unfolds) <= 2000),
        CHECK (length(bad_outcome) <= 2000),
        CHECK (length(notes) <= 100000),
        CHECK (review_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (archived IN (0, 1)),
        CHECK (length(origin) <= 1000),
        CONSTRAINT fk_profile_person_id FOREIGN KEY(person_id) REFERENCES person (id),
        CONSTRAINT fk_profile_team_id FOREIGN KEY(team_id) REFERENCES person (id),
        UNIQUE (origin)
    )
     STRICT
    """,
    """
    CREATE TABLE relation (
        id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        day TEXT NOT NULL,
        level TEXT NOT NULL,
        evidence TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (level IN ('vendor', 'problem_solver', 'consultant', 'partner', 'trusted_partner')),
        CHECK (length(evidence) <= 500),
        CONSTRAINT fk_relation_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     STRICT
    """,
    "CREATE INDEX ix_relation_person_id ON relation (person_id)",
    """
    CREATE TABLE touch (
        id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        day TEXT NOT NULL,
        way TEXT NOT NULL,
        direction TEXT NOT NULL,
        present INTEGER,
        note TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CHECK (way IN ('served', 'met', 'talked', 'wrote', 'helped')),
        CHECK (direction IN ('given', 'received')),
        CHECK (present IN (0, 1)),
        CHECK (length(note) <= 2000),
        CONSTRAINT fk_touch_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     STRICT
    """,
    "CREATE INDEX ix_touch_day ON touch (day)",
    "CREATE INDEX ix_touch_person_id_day ON touch (person_id, day)",
    """
    CREATE TABLE agreed (
        person_id TEXT NOT NULL,
        measure_id TEXT NOT NULL,
        agreed_on TEXT NOT NULL,
        PRIMARY KEY (person_id, measure_id),
        CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        CONSTRAINT fk_agreed_person_id FOREIGN KEY(person_id) REFERENCES person (id),
        CONSTRAINT fk_agreed_measure_id FOREIGN KEY(measure_id) REFERENCES measure (id)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE served (
        measure_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        PRIMARY KEY (measure_id),
        CONSTRAINT fk_served_measure_id FOREIGN KEY(measure_id) REFERENCES measure (id),
        CONSTRAINT fk_served_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
     WITHOUT ROWID,
     STRICT
    """,
    "CREATE INDEX ix_served_person_id ON served (person_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
