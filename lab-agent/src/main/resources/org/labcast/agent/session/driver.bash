# What bash does between the commands of its job. Everything goes by 'builtin', since functions may have the names of built-ins; names
# begin with _labcast_; nothing is printed; no process is started. $1 is the folder in which the job begins.
\builtin cd -- "$1" || \builtin exit
\builtin shift
\builtin unset -v OLDPWD
\builtin export OLDPWD
_labcast_n=@FIRST@
\builtin : >|@NAMES@/"pid-$$"
while { \builtin : >|@NAMES@/"end-$_labcast_n-$?-$--"; \builtin set +aefuvxET; } >/dev/null 2>&1; do
    \builtin eval "${_labcast_after-}" >/dev/null 2>&1
    {
        _labcast_arguments=("$@")
        \builtin echo '@HEADING@ variables'
        \builtin declare -p
        \builtin declare -p DIRSTACK
        \builtin echo '@HEADING@ functions'
        \builtin declare -f
        \builtin echo '@HEADING@ marked'
        \builtin declare -F
        \builtin echo '@HEADING@ switches'
        \builtin shopt -p
        \builtin echo '@HEADING@ aliases'
        \builtin alias -p
        \builtin echo '@HEADING@ traps'
        \builtin trap -p
        \builtin read -r -d '' _labcast_traps <@NAMES@/traps
        \builtin printf '%s\n' "$_labcast_traps"
        \builtin echo '@HEADING@ options'
        \builtin set +o
        \builtin echo '@HEADING@ mask'
        \builtin umask
        \builtin echo '@HEADING@ arguments'
        \builtin echo "$#"
        \builtin echo '@HEADING@ folder'
        \builtin pwd
        \builtin echo '@HEADING@ end'
    } >|@RUN@/state 2>/dev/null
    {
        \builtin unset -v _labcast_arguments _labcast_after _labcast_traps
        _labcast_next=$_labcast_n
        while case $_labcast_next in "$_labcast_n") ;; *) ! \builtin : ;; esac; do
            \builtin . @RUN@/"control-$((_labcast_n % 2))"
        done
        _labcast_n=$_labcast_next
    } >/dev/null 2>&1
    # As many loops as a 'break' of the job's own could want to leave that stands in none.
    for _labcast_next in 1; do for _labcast_next in 2; do for _labcast_next in 3; do for _labcast_next in 4; do
        \builtin eval "$_labcast_text"
    done; done; done; done
done
