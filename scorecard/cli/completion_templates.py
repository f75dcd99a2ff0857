"""What bash, zsh and fish read to complete `scorecard`; between two @ stands what the parser knows."""

BASH = """\
# For bash: put this line into ~/.bashrc
#   eval "$(scorecard complete --shell bash)"
_scorecard() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= options= place= line i
    local -a data=()
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --data) data=(--data "${COMP_WORDS[++i]}") ;;
            @COMMANDS@) [[ -z $command ]] && command=${COMP_WORDS[i]} && place=$i ;;
        esac
    done
    case $command:$previous in
@VALUES@
        *:--data|*:--to|*:--open) compopt -o default 2>/dev/null; return ;;
        *:--note) return ;;
    esac
    case $command in
@OPTIONS@
    esac
    if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
    elif [[ -z $command ]]; then
        COMPREPLY=($(compgen -W "@WORDS@" -- "$current"))
    elif [[ $command == @NAMING@ && $place -eq $((COMP_CWORD - 1)) ]]; then
        compopt -o filenames 2>/dev/null  # readline quotes the spaces of a name then
        current=${current#[\\"\\']}
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done < <(scorecard ${data[@]+"${data[@]}"} complete -- "${current//\\\\/}" 2>/dev/null)
    elif [[ $command == @WITH_FILES@ ]]; then
        compopt -o default 2>/dev/null
    fi
}
complete -F _scorecard scorecard
"""

ZSH = """\
#compdef scorecard
# For zsh: put this line into ~/.zshrc, after compinit
#   eval "$(scorecard complete --shell zsh)"
_scorecard_names() {
    local -a names
    names=("${(@f)$(scorecard complete -- "${(Q)PREFIX}" 2>/dev/null)}")
    [[ -n $names[1] ]] && compadd -U -a names
}
_scorecard() {
    local curcontext=$curcontext state line
    local -a commands
    commands=(
@DESCRIBED@
    )
    _arguments -C \\
@TOP@
        '1:command:->command' '*::argument:->argument' && return
    case $state in
        command) _describe -t commands command commands ;;
        argument)
            case $words[1] in
@OF_COMMANDS@
            esac ;;
    esac
}
compdef _scorecard scorecard
"""

FISH = """\
# For fish: put this line into ~/.config/fish/config.fish
#   scorecard complete --shell fish | source
complete -c scorecard -f
"""
