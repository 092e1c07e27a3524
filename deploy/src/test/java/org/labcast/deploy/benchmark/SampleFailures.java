package org.labcast.deploy.benchmark;

import java.util.List;
import java.util.stream.Stream;
import org.labcast.correction.FailedCommand;

/** What fails in a lab, and what it looks like: two dozen everyday mistakes, some that nobody can mend, and some long outputs. */
final class SampleFailures {
    static final List<FailedCommand> ALL = List.of(
            failed("sl /etc/nginx", 127, "sh: 1: sl: not found"),
            failed("sytemctl restart nginx", 127, "sh: 1: sytemctl: not found"),
            failed("gti status", 127, "sh: 1: gti: not found"),
            failed("xyzzyplugh --now", 127, "sh: 1: xyzzyplugh: not found"),
            failed("apt-get instal vim", 100, "E: Invalid operation instal"),
            failed(
                    "apt-get -y insatll vim",
                    100,
                    "E: Command line option 'y' [from -y] is not understood in combination with the other options."),
            failed(
                    "apt-get install -y vmi",
                    100,
                    "Reading package lists...\nBuilding dependency tree...\nE: Unable to locate package vmi"),
            failed(
                    "apt-get install -y postgresqll-server",
                    100,
                    "Reading package lists...\nE: Unable to locate package postgresqll-server"),
            failed(
                    "apt-get install vim",
                    1,
                    "After this operation, 32.1 MB of additional disk space will be used.\nDo you want to continue? [Y/n] Abort."),
            failed(
                    "apt-get install -y vim",
                    100,
                    "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?"),
            failed("dnf install httpd", 127, "sh: 1: dnf: not found"),
            failed("systemctl nginx restart", 1, "Unknown command verb nginx."),
            failed("systemctl restart ngnix", 5, "Failed to restart ngnix.service: Unit ngnix.service not found."),
            failed(
                    "systemctl restart nginx",
                    1,
                    "Failed to restart nginx.service: Interactive authentication required."),
            failed("mkdir a/b/c", 1, "mkdir: cannot create directory \u2018a/b/c\u2019: No such file or directory"),
            failed("cp src backup", 1, "cp: -r not specified; omitting directory 'src'"),
            failed("touch deep/er/file", 1, "touch: cannot touch 'deep/er/file': No such file or directory"),
            failed("cat /ect/hosts", 1, "cat: /ect/hosts: No such file or directory"),
            failed(
                    "tar xzf archive.tar.xz",
                    2,
                    "gzip: stdin: not in gzip format\ntar: Child returned status 1\ntar: Error is not recoverable: exiting now"),
            failed("grep main src", 2, "grep: src: Is a directory"),
            failed(
                    "sort --revers notes.txt",
                    2,
                    "sort: unrecognized option '--revers'\nTry 'sort --help' for more information."),
            failed(
                    "git brnch -a",
                    1,
                    "git: 'brnch' is not a git command. See 'git --help'.\n\nThe most similar command is\n\tbranch"),
            failed(
                    "git push",
                    128,
                    "fatal: The current branch work has no upstream branch.\nTo push the current branch and set the remote as upstream, use\n\n    git push --set-upstream origin work\n"),
            failed(
                    "npm isntall",
                    1,
                    "Unknown command: \"isntall\"\n\nDid you mean this?\n    npm install # Install a package\n"),
            failed("docker imags", 1, "docker: 'imags' is not a docker command.\nSee 'docker --help'"),
            failed(
                    "curl https://localhost/status",
                    7,
                    "curl: (7) Failed to connect to localhost port 443: Connection refused"),
            failed("cd build && make all", 2, "make: *** No rule to make target 'all'.  Stop."),
            failed(
                    "python3 setup.py build",
                    1,
                    log(
                            400,
                            "Traceback (most recent call last):\n  File \"setup.py\", line 3, in <module>\nModuleNotFoundError: No module named 'numpy'")),
            failed(
                    "make -j4",
                    2,
                    log(
                            400,
                            "cc1: error: unrecognized command-line option '-Wnope'\nmake: *** [Makefile:7: main.o] Error 1")),
            failed("false", 1, ""),
            failed("for i in 1 2 3; do echo $i | tee -a 'log file'; done; exit 3", 3, "1\n2\n3"),
            failed(
                    "(cd /srv && tar cf - . | ssh backup 'cat > backup.tar') || exit 9",
                    9,
                    "ssh: Could not resolve hostname backup: Name or service not known"));

    private SampleFailures() {}

    private static FailedCommand failed(String command, int exit, String err) {
        return new FailedCommand(command, exit, "", err + "\n");
    }

    private static String log(int lines, String end) {
        return String.join(
                "\n",
                Stream.concat(
                                Stream.iterate(1, i -> i + 1)
                                        .limit(lines)
                                        .map(i -> "gcc -O2 -c -o build/part" + i + ".o src/part" + i
                                                + ".c -Iinclude -DVERSION=" + i),
                                Stream.of(end))
                        .toList());
    }
}
