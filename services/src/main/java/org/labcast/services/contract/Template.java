package org.labcast.services.contract;

import java.util.List;
import java.util.Map;

/** How values become an argument list. Whatever a value holds, it cannot become two arguments, nor part of a program. */
public sealed interface Template permits CommandTemplate, FeedTemplate, ShellTemplate {
    /** Names of the parameters that it uses. */
    List<String> used();

    /** Paths of what it runs, which must be there. */
    List<String> programs();

    /** The argument list, the program's path first; the values have been checked against the signature. */
    List<String> bind(Map<String, List<String>> values);
}
