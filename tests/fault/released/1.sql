-- entries, their sections and the devices that signed them
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID
CREATE TABLE devices (device BLOB PRIMARY KEY, public_key BLOB NOT NULL) STRICT, WITHOUT ROWID
CREATE TABLE entries (position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, device BLOB NOT NULL REFERENCES devices, seq INTEGER NOT NULL, header BLOB NOT NULL, signature BLOB NOT NULL) STRICT
CREATE INDEX entries_by_feed ON entries (device, seq)
CREATE TABLE sections (position INTEGER NOT NULL REFERENCES entries, name TEXT NOT NULL, salt BLOB, body BLOB, PRIMARY KEY (position, name)) STRICT, WITHOUT ROWID
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
CREATE TRIGGER entries_are_signed BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
CREATE TRIGGER sections_stay BEFORE DELETE ON sections BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
CREATE TRIGGER sections_are_signed BEFORE UPDATE ON sections WHEN NEW.salt IS NOT NULL OR NEW.body IS NOT NULL OR NEW.position <> OLD.position OR NEW.name <> OLD.name BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
CREATE TRIGGER devices_stay BEFORE DELETE ON devices BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
CREATE TRIGGER devices_are_fixed BEFORE UPDATE ON devices BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
