# Typed into by the agent: waits for the next command, runs it, saves the shell's state, says how it ended.
# POSIX sh; only builtins, so that a command costs no process of its own. @RUN@ is the folder of this shell.
unset -v LABCAST_SESSION
_labcast_n=0
while
    {
        _labcast_s=$? _labcast_f=$-
        set +aefuvx
        _labcast_i=0
        for _labcast_x do
            _labcast_i=$((_labcast_i + 1))
            eval "_labcast_p$_labcast_i=\$_labcast_x"
        done
        {
@SAVE@
        } >|'@RUN@/state'
        while command test "$_labcast_i" -gt 0; do
            unset -v "_labcast_p$_labcast_i"
            _labcast_i=$((_labcast_i - 1))
        done
        command printf 'end %s %s %s\n' "$_labcast_n" "$_labcast_s" "$_labcast_f" >'@RUN@/status'
        # A trapped signal may end the reading early; the command before must not run again for it.
        until IFS= command read -r _labcast_x <'@RUN@/next' && command test "$_labcast_x" != "$_labcast_n"; do
            command test -p '@RUN@/next' || exit
        done
        _labcast_n=$_labcast_x
        command . '@IN@/text'
    } >/dev/null 2>&1
do
    for _labcast_x in x; do eval "$_labcast_text"; done
done
