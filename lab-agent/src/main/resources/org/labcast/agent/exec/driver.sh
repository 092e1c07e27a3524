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
        IFS= command read -r _labcast_n <'@RUN@/next'
        command . '@IN@/text'
    } >/dev/null 2>&1
do
    for _labcast_x in x; do eval "$_labcast_text"; done
done
