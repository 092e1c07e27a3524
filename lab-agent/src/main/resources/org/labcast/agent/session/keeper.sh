# Starts the shell of a job and stays until it has ended: keeps its output readable while no agent runs, and notes its end.
umask 022
_run=$1
shift
unset PWD OLDPWD SHLVL
exec 8<>"$_run/out" 9<>"$_run/err"
if [ -e "$_run/driver" ]; then exec <"$_run/driver"; fi
"$@" >"$_run/out" 2>"$_run/err" 8>&- 9>&-
: >|"$_run/exited-$?"
: <"$_run/gone"
