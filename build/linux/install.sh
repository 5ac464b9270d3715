#!/bin/sh
# Installs Levelica for you alone, without administrator rights, or removes it again:
#
#   ./install.sh
#   ./install.sh --uninstall    (your answers stay where they are)
set -eu

data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
app=org.levelica.Levelica
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

# What lies in share goes to the same place below the person's own data folder.
files() { (cd "$here/share" && find . -type f | sed 's|^\./||' | sort); }

refresh() {
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database -q "$data/applications" || true
    fi
    if command -v update-mime-database >/dev/null 2>&1; then
        update-mime-database "$data/mime" || true
    fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1; then
        gtk-update-icon-cache -q -t -f "$data/icons/hicolor" || true
    fi
}

case ${1-} in
'') ;;
--uninstall)
    rm -f -- "$bin/levelica"
    files | while IFS= read -r file; do rm -f -- "$data/$file"; done
    refresh
    echo "Levelica is removed. Your answers are still in $data/levelica."
    exit 0
    ;;
*)
    echo "usage: ./install.sh [--uninstall]" >&2
    exit 2
    ;;
esac

if missing=$(ldd "$here/levelica" 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/  \1/p') && [ -n "$missing" ]; then
    echo "Levelica needs libraries that this computer lacks:" >&2
    echo "$missing" >&2
    echo "Nothing was installed. Install WebKitGTK 4.1 first, then try again:" >&2
    echo "  Debian, Ubuntu:  sudo apt install libwebkit2gtk-4.1-0" >&2
    echo "  Fedora:          sudo dnf install webkit2gtk4.1" >&2
    echo "  Arch:            sudo pacman -S webkit2gtk-4.1" >&2
    exit 1
fi

mkdir -p -- "$bin"
# A program that is running cannot be written to, but it can be replaced.
cp -- "$here/levelica" "$bin/.levelica.new"
chmod 755 "$bin/.levelica.new"
mv -f -- "$bin/.levelica.new" "$bin/levelica"
files | while IFS= read -r file; do
    mkdir -p -- "$data/$(dirname -- "$file")"
    cp -- "$here/share/$file" "$data/$file"
    chmod 644 "$data/$file"
done

# Menus do not look in ~/.local/bin on every system, so the entry names the whole path.
quoted=$(printf '%s' "$bin/levelica" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g; s/[&|\\]/\\&/g')
sed "s|^Exec=levelica|Exec=\"$quoted\"|" "$here/share/applications/$app.desktop" >"$data/applications/$app.desktop"
refresh
echo "Levelica is installed: look for it in the menu, or type $bin/levelica"
