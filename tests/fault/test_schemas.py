"""A file of any version that was released opens with all it holds; and no released step is ever changed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from commandcenter.log.migrations import MIGRATIONS, version
from tests.fault.logs import append, foreign, ids, open_log, sound
from tests.fault.schemas import released, statements, write_log


@pytest.mark.parametrize("schema", released())
def test_a_file_of_any_version_opens_with_all_it_holds(schema: int, tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    kept = write_log(path, schema, 30)
    with closing(open_log(path, begin=False)) as log:
        assert version(log.database) == MIGRATIONS[-1].number
        assert ids(log) == kept
        kept.update(append(log, [100]))
        kept.update(entry.id for _, entry in log.ingest(foreign(3), sender="peer").entries)
        log.set_mark("hub", 7)
    with closing(open_log(path, begin=False)) as log:
        assert (ids(log), log.mark("hub")) == (kept, 7)
        assert sound(log)


@pytest.mark.parametrize("schema", released())
def test_a_released_step_is_never_changed(schema: int) -> None:
    assert list(MIGRATIONS[schema - 1].statements) == statements(schema)
