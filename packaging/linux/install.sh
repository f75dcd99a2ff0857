#!/bin/sh
# Puts Scorecard into your own menu, without root: `install.sh`. Takes it out again: `install.sh --remove`.
# Your data is not touched by either.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
id=org.scorecard.Scorecard
share=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/scorecard
command=$HOME/.local/bin/scorecard
entry=$share/applications/$id.desktop
metainfo=$share/metainfo/$id.metainfo.xml
icon=$share/icons/hicolor/scalable/apps/$id.svg

tell_the_desktop() {
    if command -v update-desktop-database >/dev/null; then
        update-desktop-database -q "$share/applications" || true
    fi
    if command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -q -t -f "$share/icons/hicolor" || true
    fi
}

case ${1:-} in
--remove)
    rm -rf "$program"
    rm -f "$command" "$entry" "$metainfo" "$icon"
    tell_the_desktop
    echo "Scorecard is removed. Your data is still there."
    exit 0
    ;;
"") ;;
*)
    echo "usage: install.sh [--remove]" >&2
    exit 2
    ;;
esac

python=$("$checkout/packaging/find-python.sh")
rm -rf "$program"
mkdir -p "$(dirname "$program")" "$(dirname "$command")" "$(dirname "$entry")" "$(dirname "$metainfo")" "$(dirname "$icon")"
"$python" -m venv "$program"
pip() { "$program/bin/python" -m pip --disable-pip-version-check --quiet "$@"; }
pip install --require-hashes -r "$checkout/requirements.lock"
pip install --no-deps --no-build-isolation "$checkout"

ln -sf "$program/bin/scorecard" "$command"
sed "s|^Exec=scorecard|Exec=\"$command\"|; s|^TryExec=scorecard|TryExec=$command|" "$here/$id.desktop" >"$entry"
cp "$here/$id.metainfo.xml" "$metainfo"
cp "$checkout/resources/icons/scorecard.svg" "$icon"
tell_the_desktop
echo "Scorecard is in your menu. To start it from a terminal: $command"
