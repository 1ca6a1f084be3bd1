# fish completion for court, as "court completion fish" prints it.

# Prints the command that the line has so far, and then how many arguments follow it.
function __court_place
#@paths@
#@valued@
    set -l tokens (commandline -opc)
    set -l path ''
    set -l count 0
    set -l skip 0
    for token in $tokens[2..-1]
        if test $skip = 1
            set skip 0
        else if contains -- $token $valued
            set skip 1
        else if string match -q -- '-?*' $token
            continue
        else if test $count = 0; and contains -- (string trim -- "$path $token") $paths
            set path (string trim -- "$path $token")
        else
            set count (math $count + 1)
        end
    end
    echo $path
    echo $count
end

# Whether the line has this command, and so many arguments after it if a number is given.
function __court_at
    set -l place (__court_place)
    test "$place[1]" = "$argv[1]"; or return 1
    test (count $argv) = 1; or test "$place[2]" = "$argv[2]"
end

# Asks court for a topic: lines of a value, a tab and what it means. --home and --account count.
function __court_ask
    set -l tokens (commandline -opc)
    set -l court (string replace -r '^~/' "$HOME/" -- $tokens[1])
    $court complete $argv[1] $tokens[2..-1] 2>/dev/null </dev/null
end

# Offers these after the last comma of what was typed, without those that stand there already.
function __court_list
    set -l typed (string replace -r '^-[^=]*=' '' -- (commandline -ct))
    set -l before (string match -r -- '^.*,' $typed)
    set -l chosen (string split , -- "$before")
    for one in $argv
        set -l value (string split \t -- $one)
        if contains -- $value[1] $chosen
            continue
        end
        printf '%s%s\n' "$before" $one
    end
end

complete -c court -f
#@lines@
