-- quarantine for what was refused on receipt
CREATE TABLE quarantine (number INTEGER PRIMARY KEY, sender TEXT NOT NULL, reason TEXT NOT NULL, header BLOB NOT NULL, signature BLOB NOT NULL, wall_ms INTEGER NOT NULL) STRICT
