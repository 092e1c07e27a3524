package org.labcast.services.generate;

import java.util.Optional;

/** Writes the script that compiles an application when a source is newer, and runs it. */
final class RunScript {
    private RunScript() {}

    static GeneratedFile of(String packageName, Application app) {
        String text = """
                #!/bin/sh
                # Written by Labcast from a description; what is changed here is lost when it is generated again.
                # Compiles the application when something has changed, and runs it. LABCAST_PUBLISHER names the publisher's program,
                # when it is not on the PATH; JAVA_HOME a Java 17 or newer.
                set -eu
                here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
                classes=$here/classes
                publisher=${LABCAST_PUBLISHER:-publisher}
                fail() { echo "$1" >&2; exit 1; }

                command -v -- "$publisher" >/dev/null || fail "There is no program '$publisher'; name it in LABCAST_PUBLISHER."
                %slibraries=$("$publisher" services class-path)
                mkdir -p -- "$here/src"
                if [ "$(cat -- "$classes/.libraries" 2>/dev/null)" != "$libraries" ] \\
                    || [ -n "$(find "$here/generated" "$here/src" -newer "$classes/.libraries" | head -n 1)" ]; then
                    rm -rf -- "$classes.new"
                    mkdir -- "$classes.new"
                    printf '%%s\\n' "$libraries" >"$classes.new/.libraries"
                    find "$here/generated" "$here/src" -name '*.java' -exec "${JAVA_HOME:+$JAVA_HOME/bin/}javac" \\
                        -encoding UTF-8 --release 17 -proc:none -Xlint:all -Werror -cp "$libraries" -d "$classes.new" {} + \\
                        || fail "It does not compile; see above."
                    rm -rf -- "$classes"
                    mv -- "$classes.new" "$classes"
                fi
                exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
                    -Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp "$classes:$libraries" %s "$@"
                """.formatted(gui(packageName, app, app.guiFile()), packageName + "." + app.main());
        return new GeneratedFile("run", text, true);
    }

    /** Only names that were checked get in here; a description has no other part in a script. */
    private static String gui(String packageName, Application app, Optional<Application.GuiFile> gui) {
        return gui.map(file -> """
                        if [ ! -f "$here/src/%s" ]; then
                            cat >&2 <<'END'
                        The description names a face of the application, which is yours to write: src/%s, such as

                        %sEND
                            exit 1
                        fi
                        """.formatted(file.path(), file.path(), GuiSource.begin(packageName, app, file)))
                .orElse("");
    }
}
