"""The files of the search: one SQLite database. Its tables, in one place."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import numpy as np

FILE = "search.db"

SCHEMA = """
create table entity (id integer primary key, kind text not null, name text not null, detail text not null, names text not null,
                     lon real not null, lat real not null, weight real not null);
create table spelling (id integer primary key, entity integer not null, folded text not null);
create table gram (gram text primary key, spellings blob not null) without rowid;
create table address (id integer primary key, street integer not null, number text not null, folded text not null, value integer not null,
                      city text not null, lon real not null, lat real not null);
create table crossing (a integer not null, b integer not null, lon real not null, lat real not null);
create table segment (id integer primary key, street integer not null, points blob not null);
create virtual table near_address using rtree_i32(id, west, east, south, north);
create virtual table near_segment using rtree_i32(id, west, east, south, north);
create table fact (name text primary key, value blob not null) without rowid;
"""
"""`weight`: 0 … 1, importance among equals. `gram.spellings`: int32 row of spelling ids. R-tree edges: 1e-7 degrees."""

INDEXES = """
create index address_street on address (street, value);
create index crossing_ab on crossing (a, b);
"""

DEGREES = 10_000_000
"""R-tree units in a degree: about 1 cm."""

STREET_NODE = np.dtype([("node", "<i8"), ("way", "<i4"), ("lon", "<f8"), ("lat", "<f8")])
"""A node of a named way, as it waits in the scratch folder for the crossings."""


def as_json(value: object) -> str:
    """Return compact JSON, an empty string for nothing."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""


def create(folder: Path) -> sqlite3.Connection:
    """Return a new empty database; speed over safety, for a folder that is thrown away on failure."""
    folder.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(folder / FILE, isolation_level=None)
    database.execute("pragma journal_mode=off")
    database.execute("pragma synchronous=off")
    database.executescript(SCHEMA)
    database.execute("begin")
    return database


def open_read_only(folder: Path) -> sqlite3.Connection:
    """Return the database for reading from any thread (one at a time); `sqlite3.Error` where it is missing or broken."""
    uri = (folder / FILE).absolute().as_uri()
    return sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, check_same_thread=False)
