# Read by the launchers in bin/: finds a Java and becomes it. Nothing here starts a second process beyond `readlink`.

fail() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    exit 1
}

# A JVM in the POSIX locale reads arguments and file names as ASCII and turns "ü" into "?".
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is '$JAVA_HOME', which has no bin/java; unset it or set it to a Java 17 or newer."
    else
        java=$(command -v java) ||
            fail "no Java found; install Java 17 or newer (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME."
    fi
}

# The release file answers at once; asking the JVM for its version would start a second JVM each time.
find_java_major() {
    java_real=$(readlink -f -- "$java")
    version=
    if [ -r "${java_real%/bin/java}/release" ]; then
        while IFS='=' read -r key value; do
            if [ "$key" = JAVA_VERSION ]; then version=$value; fi
        done <"${java_real%/bin/java}/release"
    fi
    if [ -z "$version" ]; then
        version=$("$java" -version 2>&1) || fail "'$java' does not run; set JAVA_HOME to a Java 17 or newer."
        version=${version#*version }
    fi
    version=${version#\"}
    version=${version%%\"*}
    java_major=${version%%[!0-9]*}
    [ "${java_major:-0}" -ge 17 ] ||
        fail "'$java' is Java $version; Labcast needs Java 17 or newer: install it or set JAVA_HOME."
}

# Usage: run_thin JVM-OPTION... CLASS ARGUMENT...
# For a program that ends at once. A Java that made the archives was looked at then, and need not be each time.
run_thin() {
    archive=-XX:SharedArchiveFile=$image/lib/thin.jsa
    if [ -n "${LABCAST_MAKE_THIN_ARCHIVE:-}" ]; then archive=-XX:ArchiveClassesAtExit=$LABCAST_MAKE_THIN_ARCHIVE; fi
    find_java
    known=
    if [ -r "$image/lib/thin.jsa.java" ]; then read -r known <"$image/lib/thin.jsa.java" || known=; fi
    if [ "$known" != "$java" ]; then find_java_major; fi
    exec "$java" -Xlog:disable "$archive" -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
        -Xmx32m -Dfile.encoding=UTF-8 "$@"
}

# Usage: run_java ARCHIVE JVM-OPTION... -jar JAR ARGUMENT...
# -Xlog:disable: an archive made by another Java or at another place is then passed over without a word on standard
# output. The options for 24 and newer stop warnings about libraries that an administrator can do nothing about.
# For make-archives alone: LABCAST_MAKE_ARCHIVE is the archive that the program writes at its end, LABCAST_LIST_CLASSES the list
# of classes that it used, and LABCAST_DUMP_ARCHIVE the archive that is made of such a list, instead of a run. Such an archive also
# holds what was compiled for very old Javas, as the command line's library is.
run_java() {
    archive=$image/lib/$1.jsa
    shift
    find_java
    find_java_major
    if [ "$java_major" -ge 24 ]; then
        set -- --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "$@"
    fi
    if [ -n "${LABCAST_DUMP_ARCHIVE:-}" ]; then
        # With the JVM's own collector, since only that one writes objects into an archive.
        exec "$java" -Xlog:disable -Xshare:dump "-XX:SharedArchiveFile=$LABCAST_DUMP_ARCHIVE" \
            "-XX:SharedClassListFile=$LABCAST_LIST_CLASSES" "$@"
    fi
    if [ -n "${LABCAST_MAKE_ARCHIVE:-}" ]; then
        set -- "-XX:ArchiveClassesAtExit=$LABCAST_MAKE_ARCHIVE" "$@"
    elif [ -n "${LABCAST_LIST_CLASSES:-}" ]; then
        set -- "-XX:DumpLoadedClassList=$LABCAST_LIST_CLASSES" "$@"
    elif [ -r "$archive" ]; then
        set -- "-XX:SharedArchiveFile=$archive" "$@"
    fi
    exec "$java" -Xlog:disable -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
        -Djava.awt.headless=true -Dfile.encoding=UTF-8 \
        -Dorg.slf4j.simpleLogger.showThreadName=false -Dorg.slf4j.simpleLogger.showShortLogName=true \
        "$@"
}
