# What a POSIX shell does between the commands of its job. Only special built-ins and 'command' are used, which functions of the job's
# own do not replace; names begin with _labcast_; nothing is printed; no process is started. $1 is the folder in which the job begins.
command cd -- "$1" || exit
shift
unset -v OLDPWD
_labcast_n=@FIRST@
: >|@NAMES@/"pid-$$"
while { : >|@NAMES@/"end-$_labcast_n-$?-$--"; set +aefuvx; } >/dev/null 2>&1; do
    eval "${_labcast_after-}" >/dev/null 2>&1
    {
        _labcast_i=0
        for _labcast_a in "$@"; do
            _labcast_i=$((_labcast_i + 1))
            eval "_labcast_arg_$_labcast_i=\$_labcast_a"
        done
        command echo '@HEADING@ variables'
        set
        command echo '@HEADING@ exports'
        export -p
        command echo '@HEADING@ readonly'
        readonly -p
        command echo '@HEADING@ aliases'
        command alias
        command echo '@HEADING@ traps'
        trap
        command echo '@HEADING@ options'
        set +o
        command echo '@HEADING@ mask'
        command umask
        command echo '@HEADING@ arguments'
        command echo "$#"
        command echo '@HEADING@ folder'
        command pwd
        command echo '@HEADING@ end'
        while case $_labcast_i in 0) ! : ;; esac; do
            unset -v "_labcast_arg_$_labcast_i"
            _labcast_i=$((_labcast_i - 1))
        done
    } >|@RUN@/state 2>/dev/null
    {
        unset -v _labcast_i _labcast_a _labcast_after
        _labcast_next=$_labcast_n
        while case $_labcast_next in "$_labcast_n") ;; *) ! : ;; esac; do
            command . @RUN@/"control-$((_labcast_n % 2))"
        done
        _labcast_n=$_labcast_next
    } >/dev/null 2>&1
    # As many loops as a 'break' of the job's own could want to leave that stands in none.
    for _labcast_next in 1; do for _labcast_next in 2; do for _labcast_next in 3; do for _labcast_next in 4; do
        eval "$_labcast_text"
    done; done; done; done
done
