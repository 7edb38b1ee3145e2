# Sourced by run, test and the build scripts: sets up what is missing. Says what it does; silent when all is there.
# What other programs say on the way goes to a log, which is named where something fails.
# shellcheck shell=bash
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv="$root/.venv"
log="$root/build/setup.log"

say() { printf 'dateline: %s\n' "$*" >&2; }

# logged COMMAND...: what it says goes to the log.
logged() {
    mkdir -p "${log%/*}"
    printf '\n$ %s\n' "$*" >>"$log"
    "$@" >>"$log" 2>&1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else return 127
    fi
}

# What Qt loads at run time: the library's name as the loader knows it, and the Debian/Ubuntu package it comes in.
qt_libraries="libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0
libdbus-1.so.3 libdbus-1-3
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-render-util.so.0 libxcb-render-util0
libxcb-render.so.0 libxcb-render0
libxcb-shape.so.0 libxcb-shape0
libxcb-util.so.1 libxcb-util1
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0"

# Debian/Ubuntu packages of qt_libraries that are not here, and of a font where there is none.
missing_qt_packages() {
    local known library package
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 0
    while read -r library package; do
        case "$known" in *"$library "*) ;; *) printf '%s ' "$package" ;; esac
    done <<<"$qt_libraries"
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.fonts" -name '*.[to]t[fc]' -print -quit 2>/dev/null)" ] ||
        printf 'fonts-dejavu-core '
}

# install_packages WHAT PACKAGE...: with apt, as root or through sudo; where that cannot be, says what is missing.
install_packages() {
    local what=$1
    shift
    [ $# -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        say "$what needs libraries that are missing here, and there is no apt-get to install them: $*"
        return 1
    fi
    say "installing what $what needs (apt-get install $*)"
    if logged as_root apt-get update -qq &&
        logged as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; then
        return 0
    fi
    say "that failed (see $log). $what needs: sudo apt-get install $*"
    return 1
}

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3; do
        if [ -n "$candidate" ] && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$candidate"
            return 0
        fi
    done
    return 1
}

make_venv() {
    local python made_in=""
    [ ! -f "$venv/root" ] || made_in=$(cat "$venv/root")
    if [ -x "$venv/bin/python" ] && [ "${made_in:-$root}" = "$root" ]; then return 0; fi
    rm -rf "$venv" # none, broken, or moved with its folder: a Python environment knows where it was made
    if ! python=$(find_python); then
        install_packages "Dateline" python3 python3-venv || true
        if ! python=$(find_python); then
            say "Python 3.11 or newer is needed, and none was found"
            return 1
        fi
    fi
    say "making a Python environment in .venv"
    if ! logged "$python" -m venv "$venv"; then
        rm -rf "$venv"
        install_packages "Python's venv" "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        logged "$python" -m venv "$venv" || { say "that failed: see $log"; return 1; }
    fi
    printf '%s\n' "$root" >"$venv/root"
}

# Runs pip, its words in the log; says what became of it where it fails.
pip_install() {
    local from status=0
    from=$(wc -c 2>/dev/null <"$log" || echo 0)
    PIP_USER=0 logged "$venv/bin/python" -m pip install --no-input --progress-bar off --disable-pip-version-check "$@" ||
        status=$?
    [ $status != 0 ] || return 0
    if tail -c "+$((from + 1))" "$log" |
        grep -qiE 'NewConnectionError|NameResolutionError|ConnectTimeout|Temporary failure in name|Network is unreachable|ProxyError'; then
        say "nothing could be fetched: is this computer online? Run the same command again when it is; what is here already stays"
    else
        tail -c "+$((from + 1))" "$log" | grep -E '^ *(ERROR|error)' | tail -3 >&2 || true
        say "that failed"
    fi
    say "what pip said is in $log"
    return $status
}

# show_progress PID TOTAL: how many packages pip has come to, until the process ends: one line that is written again on
# a terminal, else a line every half minute.
show_progress() {
    local from seconds=0 here
    from=$(wc -c 2>/dev/null <"$log" || echo 0)
    while kill -0 "$1" 2>/dev/null; do
        sleep 1
        seconds=$((seconds + 1))
        here=$(tail -c "+$((from + 1))" "$log" 2>/dev/null | grep -cE '^(Collecting|Processing) ' || true)
        [ "$here" -lt "$2" ] && here="$here of $2 packages fetched" || here="unpacking"
        if [ -t 2 ]; then printf '\r\033[Kdateline: %s, %d s' "$here" "$seconds" >&2
        elif [ $((seconds % 30)) = 0 ]; then say "$here, $seconds s"
        fi
    done
    if [ -t 2 ]; then printf '\r\033[K' >&2; fi
}

# install_pins NAME: installs packaging/NAME.txt when it changed since it was last installed.
install_pins() {
    local pins="$root/packaging/$1.txt" stamp="$venv/$1.installed" count size progress="" status=0
    cmp -s "$pins" "$stamp" && return 0
    count=$(grep -c '^[A-Za-z0-9].*==' "$pins")
    size=$(sed -n '1s/^# \([0-9]* MB\) .*/\1/p' "$pins")
    if [ "$1" != pip ]; then
        say "installing $1: up to $count packages, ${size:-some MB} to fetch where pip has not got them; some minutes"
        show_progress $$ "$count" &
        progress=$!
    fi
    pip_install --require-hashes -r "$pins" || status=$?
    if [ -n "$progress" ]; then
        kill "$progress" 2>/dev/null || true
        wait "$progress" 2>/dev/null || true
        if [ -t 2 ]; then printf '\r\033[K' >&2; fi
    fi
    [ $status = 0 ] || return $status
    cp "$pins" "$stamp"
}

install_dateline() {
    local stamp="$venv/dateline.installed" version="$root/desktop/dateline/version.py"
    cat "$root/pyproject.toml" "$version" | cmp -s - "$stamp" && [ -x "$venv/bin/dateline" ] && return 0
    say "installing Dateline itself"
    # Built with the setuptools among the pins, so nothing unpinned is fetched.
    pip_install --no-deps --no-build-isolation --editable "$root"
    cat "$root/pyproject.toml" "$version" >"$stamp"
}

# Installs the libraries that Qt lacks; asks only once for the same ones, as not everyone may install packages.
install_qt_libraries() {
    local packages tried="$venv/qt-libraries.tried"
    packages=$(missing_qt_packages)
    [ -n "$packages" ] || return 0
    if [ -f "$tried" ] && [ "$(cat "$tried")" = "$packages" ]; then return 0; fi
    # shellcheck disable=SC2086 # one word a package
    install_packages "Dateline's window" $packages || say "going on; commands without a window still work"
    missing_qt_packages >"$tried"
}

# set_up [NAME...]: everything that running needs, and the further pins named.
set_up() {
    local name
    make_venv
    install_qt_libraries
    for name in pip requirements "$@"; do install_pins "$name"; done
    install_dateline
}
