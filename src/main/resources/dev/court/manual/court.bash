# bash completion for court, as "court completion bash" prints it.

# Sets entry to what is known under a key.
_court_entry() {
  case $1 in
#@table@
    *) return 1 ;;
  esac
}

# Sets entry to what can be the value of option $2 of command $1.
_court_value() { _court_entry "value:$1:$2" || _court_entry "value::$2"; }

# Asks court for a topic: lines of a value, a tab and what it means. --home and --account count.
_court_ask() {
  local court=${COMP_WORDS[0]}
  [[ ${court:0:2} != \~/ ]] || court=$HOME/${court:2}
  "$court" complete "$1" "${words[@]:0:last}" 2>/dev/null </dev/null
}

# Offers those lines of standard input that begin with $1 + $2, without those that stand in the list
# $1 already. With several, what they mean stands
# behind them, unless the shell is about to insert one of them.
_court_offer_lines() {
  local line value found=()
  while IFS= read -r line; do
    value=${line%%$'\t'*}
    [[ -n $line && $value == "$2"* && ,$1 != *",$value,"* ]] && found+=("$line")
  done
  for line in ${found[@]+"${found[@]}"}; do
    value=${line%%$'\t'*}
    if [[ ${#found[@]} -gt 1 && $line == *$'\t'* && ${COMP_TYPE:-9} != 37 && ${COMP_TYPE:-9} != 42 ]]; then
      COMPREPLY+=("$1$value  (${line#*$'\t'})")
    else
      COMPREPLY+=("$1$value")
    fi
  done
}

# Offers the words of $1 that begin with $2.
_court_offer_words() {
  local word
  for word in $1; do
    [[ $word == "$2"* ]] && COMPREPLY+=("$word")
  done
}

_court_offer_files() {
  local name
  compopt -o filenames 2>/dev/null
  while IFS= read -r name; do
    COMPREPLY+=("$name")
  done < <(compgen "$1" -- "$2")
}

# Offers what entry says for what was typed, $1.
_court_offer() {
  local kind=${entry%% *} what=${entry#* } before='' word
  case $kind in
    list | live-list)
      [[ $1 != *,* ]] || before=${1%,*},
      compopt -o nospace 2>/dev/null
      ;;
  esac
  case $kind in
    files) _court_offer_files -f "$1" ;;
    folders) _court_offer_files -d "$1" ;;
    words) _court_offer_words "$what" "$1" ;;
    list) _court_offer_lines "$before" "${1#"$before"}" < <(for word in $what; do echo "$word"; done) ;;
    live | live-list) _court_offer_lines "$before" "${1#"$before"}" < <(_court_ask "$what") ;;
  esac
}

_court() {
  local IFS=$' \t\n' entry='' path='' option='' only='' word='' count=0 i last words=()
  COMPREPLY=()
  # bash splits words at = and :, which court does not
  for ((i = 1; i <= COMP_CWORD; i++)); do
    if [[ ${#words[@]} -gt 0 && (${COMP_WORDS[i]} == [=:]* || $word == [=:]) ]]; then
      words[${#words[@]} - 1]+=${COMP_WORDS[i]}
    else
      words+=("${COMP_WORDS[i]}")
    fi
    word=${COMP_WORDS[i]}
  done
  last=$((${#words[@]} - 1))
  for ((i = 0; i < last; i++)); do
    word=${words[i]}
    if [[ -n $option ]]; then
      option=
    elif [[ -z $only && $word == -- ]]; then
      only=arguments
    elif [[ -z $only && $word == -?* ]]; then
      if [[ $word != *=* ]] && _court_value "$path" "$word"; then option=$word; fi
    elif [[ $count -eq 0 ]] && _court_entry "command:${path:+$path }$word"; then
      path=${path:+$path }$word
    else
      count=$((count + 1))
    fi
  done
  word=${words[last]}
  if [[ -n $option ]]; then
    _court_value "$path" "$option" && _court_offer "$word"
  elif [[ -z $only && $word == --*=* ]]; then
    _court_value "$path" "${word%%=*}" && _court_offer "${word#*=}"
  elif [[ -z $only && $word == -* ]]; then
    if _court_entry "options:$path"; then _court_offer_words "$entry" "$word"; fi
    _court_entry common && _court_offer_words "$entry" "$word"
  else
    if [[ $count -eq 0 ]] && _court_entry "commands:$path"; then
      _court_offer_words "$entry" "$word"
    fi
    if _court_entry "argument:$path:$count" || _court_entry "arguments:$path"; then
      _court_offer "$word"
    fi
  fi
}

complete -o nosort -F _court court 2>/dev/null || complete -F _court court
