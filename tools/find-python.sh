#!/bin/sh
# Print the path of the first Python 3.11, 3.12 or 3.13 that runs; say what to do when there is none.
for name in "${PYTHON:-}" python3.13 python3.12 python3.11 python3 python; do
    [ -n "$name" ] || continue
    "$name" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13)))' 2>/dev/null || continue
    command -v "$name"
    exit 0
done
echo "No Python 3.11, 3.12 or 3.13 found. Install one (Debian, Ubuntu: apt install python3 python3-venv) or name it: make run PYTHON=/path/to/python3.12" >&2
exit 1
