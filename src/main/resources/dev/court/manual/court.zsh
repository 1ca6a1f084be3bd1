#compdef court
# zsh completion for court, as "court completion zsh" prints it.

# Asks court for a topic: lines of a value, a tab and what it means. --home and --account count.
_court_ask() {
  local -a found
  found=(${(f)"$(_call_program $1 ${(q)_court_line[1]} complete $1 ${(q)_court_line[2,-1]} 2>/dev/null </dev/null)"})
  (( $#found )) || return
  if [[ $2 == list ]]; then
    _values -s , $1 ${found%%$'\t'*}
  else
    found=(${found//:/\\:})
    found=(${found/$'\t'/:})
    _describe -V $1 found
  fi
}

_court_common=(
#@common@
)

#@functions@
_court() {
  # the whole line up to the cursor, which _arguments cuts down for each command
  local -a _court_line=(${(Q)words[1,CURRENT-1]})
  _court_command "$@"
}

# as a file that zsh loads when it is needed first, or read by a start-up file
if [[ $funcstack[1] == _court ]]; then
  _court "$@"
else
  compdef _court court
fi
