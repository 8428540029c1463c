-- The ledger of migrations itself.

CREATE TABLE schema_migrations (
    version INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    applied_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE schema_migrations IS 'One row per migration that made this archive''s schema.';
COMMENT ON COLUMN schema_migrations.version IS 'Number of the migration, from 1.';
COMMENT ON COLUMN schema_migrations.name IS 'What the migration brought.';
COMMENT ON COLUMN schema_migrations.applied_at IS 'When it was applied, in UTC.';
