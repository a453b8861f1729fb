"""The scripts for the shells.  Each hands over what has been typed and takes what may come next, a line each.

`path,` before a word says to bash that it names a file or a folder: it then quotes blanks and adds the slash itself.
"""

from __future__ import annotations

VARIABLE = "_SLA_COMPLETE"
"""The variable that says that a line is to be completed, and in which shell: `bash_complete`."""

_BASH = """\
_sla_completion() {
    local type value line
    COMPREPLY=()
    while IFS= read -r line; do
        type=${line%%,*}
        value=${line#*,}
        COMPREPLY+=("$value")
        if [[ $type == path ]]; then
            compopt -o filenames 2>/dev/null
        fi
    done < <(IFS=$'\\n'; env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" \\
        _SLA_COMPLETE=bash_complete "$1" 2>/dev/null)
}

complete -o nosort -F _sla_completion sla 2>/dev/null || complete -F _sla_completion sla
"""

_ZSH = """\
#compdef sla

_sla_completion() {
    local -a response described
    local type value help
    (( ! $+commands[sla] )) && return 1
    response=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) \\
        _SLA_COMPLETE=zsh_complete sla 2>/dev/null)}")
    for type value help in "${response[@]}"; do
        [[ -n "$value" ]] || continue
        if [[ "$type" == path && "$value" == */ ]]; then
            compadd -U -f -S '' -- "$value"
        elif [[ "$type" == path ]]; then
            compadd -U -f -- "$value"
        elif [[ "$help" == _ ]]; then
            compadd -U -V unsorted -- "$value"
        else
            described+=("${value//:/\\\\:}:$help")
        fi
    done
    if (( $#described )); then
        _describe -V unsorted described -U
    fi
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _sla_completion "$@"
else
    compdef _sla_completion sla
fi
"""

_FISH = """\
function _sla_completion
    env _SLA_COMPLETE=fish_complete COMP_WORDS=(commandline -cp) COMP_CWORD=(commandline -t) sla 2>/dev/null
end

complete --no-files --command sla --arguments "(_sla_completion)"
"""

_SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def script(shell: str) -> str:
    """The script for a shell; empty for one that is not known."""
    return _SCRIPTS.get(shell, "")
