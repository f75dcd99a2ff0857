"""What makes a file a Scorecard store."""

APPLICATION_ID = 0x53434F52  # "SCOR"
SCHEMA_VERSION = 5
FILE_NAME = "scorecard.db"
