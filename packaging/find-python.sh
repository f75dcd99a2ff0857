#!/bin/sh
# Prints a Python that can run Scorecard (3.11 or newer, with its venv module), or says in one line what is missing.
# PYTHON=/path/to/python, in the environment, decides it.
set -u

newer="" # new enough, but without venv
older="" # too old

for candidate in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3}; do
    version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    if ! "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        older=$version
    elif "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
        command -v "$candidate"
        exit 0
    else
        newer=$version
    fi
done

if [ -n "$newer" ]; then
    echo "Scorecard needs the venv module of Python $newer. On Debian and Ubuntu: sudo apt install python$newer-venv" >&2
elif [ -n "$older" ]; then
    echo "Scorecard needs Python 3.11 or newer; the newest found here is $older." >&2
else
    echo "Scorecard needs Python 3.11 or newer; none was found here." >&2
fi
exit 1
