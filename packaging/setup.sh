# Sourced by run, test and the build scripts: sets up what is missing. Says what it does; silent when all is there.
# shellcheck shell=bash
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv="$root/.venv"

say() { printf 'dateline: %s\n' "$*" >&2; }

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
    if as_root apt-get update -qq >/dev/null &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; then
        return 0
    fi
    say "that failed. $what needs: sudo apt-get install $*"
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
    if ! "$python" -m venv "$venv" >/dev/null 2>&1; then
        rm -rf "$venv"
        install_packages "Python's venv" "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        "$python" -m venv "$venv"
    fi
    printf '%s\n' "$root" >"$venv/root"
}

pip_install() {
    PIP_USER=0 "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
}

# install_pins NAME: installs packaging/NAME.txt when it changed since it was last installed.
install_pins() {
    local pins="$root/packaging/$1.txt" stamp="$venv/$1.installed"
    cmp -s "$pins" "$stamp" && return 0
    [ "$1" = pip ] || say "installing $1 (hash-pinned; the first time takes some minutes)"
    pip_install --require-hashes -r "$pins"
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
