package org.labcast.publisher.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.labcast.fuzz.ReaderFuzz;
import org.labcast.model.order.Task;
import org.labcast.transport.json.Codec;

/** Damaged task files are refused with places, or are jobs that can be written and read. */
class TaskFileFuzzTest {
    private static final List<String> FILES = List.of(
            "#!/bin/bash -eu\n#@ timeout=90s cwd=/tmp\n#@ on-failure=continue\n\n# update\napt-get update\n#@ user=alice retries=2\n"
                    + "if [[ -f \"$x\" ]]; then\n  echo \"${x:-none}\"\nfi\n10.0.0.1\n",
            "#@ state=off shell=dash\n\ncat <<END > f\nsome $text\nEND\n#@ script idempotent\nfor f in *; do\n  ls \"$f\"\ndone\n#@ end\n"
                    + "rm -rf /srv/a \\\n  /srv/b\nfe80::1\n",
            "#!/usr/bin/env python3\n#@ timeout=2h\nimport os\nprint(os.uname())\n",
            "date\r\nwho | wc -l\r\n");

    @Test
    void isParsedOrRefused() {
        ReaderFuzz.of("task file")
                .texts(FILES)
                .words(
                        "#@ ",
                        "#@ script\n",
                        "#@ end\n",
                        "timeout=",
                        "99999999999999999999d",
                        "user=",
                        "cwd=",
                        "shell=bash",
                        "correct=safe",
                        "retries=",
                        "sudo=",
                        "\n\n",
                        "\r",
                        "\u0000",
                        "\u00a0",
                        "\u201c",
                        "\ufeff",
                        "#!",
                        "<<E\n",
                        "$(",
                        "2>&1",
                        "\\\n",
                        "192.168.0.1\n")
                .tries(300)
                .refusesBy(TaskFileException.class)
                .read(input -> {
                    TaskFile file = TaskFile.parse("tasks.txt", "dir/tasks.txt", input);
                    for (Task task : file.tasks()) {
                        assertThat(Codec.decode(Codec.encode(task), Task.class)).isEqualTo(task);
                    }
                });
    }
}
