#!/bin/sh
# Puts brandplatform among a person's applications: menu, icons, a double click on a platform; --remove takes it
# away again. For Linux; writes under ~/.local/share only. Beside it stand what Windows and macOS want to know,
# and in share/ what a Linux system wants, in the folders where it wants it.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=applications/brandplatform.desktop

says() { # in French or in English
    case "${BRANDPLATFORM_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in
        fr*|FR*) printf 'brandplatform: %s\n' "$2" ;;
        *) printf 'brandplatform: %s\n' "$1" ;;
    esac
}

quoted() { # a path as one word of Exec: quoted, then escaped as every value is
    printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g')"
}

program() { # what starts it: a checkout, the built program, or the one that is installed
    if [ -f "$here/../../run.py" ]; then
        root=$(CDPATH='' cd -- "$here/../.." && pwd -P)
        python=$root/.venv/bin/python
        [ -x "$python" ] || python=$(command -v python3)
        printf '%s %s' "$(quoted "$python")" "$(quoted "$root/run.py")"
    elif [ -f "$here/../../../brandplatform" ]; then
        quoted "$(CDPATH='' cd -- "$here/../../.." && pwd -P)/brandplatform"
    elif found=$(command -v brandplatform); then
        quoted "$found"
    else
        return 1
    fi
}

each_file() { # do "$1 FILE" for every file of share/
    (cd "$here/share" && find . -type f) | while IFS= read -r file; do "$1" "${file#./}"; done
}

put() {
    mkdir -p "$data/$(dirname "$1")"
    if [ "$1" = "$entry" ]; then
        while IFS= read -r line; do
            case $line in Exec=*) line="Exec=$start %f" ;; esac
            printf '%s\n' "$line"
        done < "$here/share/$1" > "$data/$1"
    else
        cp "$here/share/$1" "$data/$1"
    fi
}

take() { rm -f "$data/$1"; }

refresh() { # what a desktop has noted of these folders; where these programs are missing, it looks by itself
    if command -v update-desktop-database; then update-desktop-database -q "$data/applications"; fi
    if command -v update-mime-database; then update-mime-database "$data/mime"; fi
    touch "$data/icons/hicolor"
} >/dev/null

case "${1:-}" in
    "")
        start=$(program) || {
            says "the program is nowhere on the PATH; install it first." \
                "le programme n’est nulle part dans le PATH ; installez-le d’abord." >&2
            exit 2
        }
        each_file put
        refresh
        says "it is among your applications, and opens your platforms." \
            "il est parmi vos applications, et ouvre vos plateformes."
        ;;
    --remove)
        [ ! -f "$data/$entry" ] || { each_file take; refresh; }
        says "it is no longer among your applications; your platforms are untouched." \
            "il n’est plus parmi vos applications ; vos plateformes sont intactes."
        ;;
    *)
        says "write it alone, or with --remove." "écrivez-le seul, ou avec --remove." >&2
        exit 2
        ;;
esac
