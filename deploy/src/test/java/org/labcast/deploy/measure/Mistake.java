package org.labcast.deploy.measure;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;

/**
 * A command that fails, and what it was meant to do.
 *
 * @param user runs it; what follows the first blank is a remark
 * @param cwd where it runs; {@code ~} is the user's home
 * @param setup shell text that root runs before it
 * @param expected commands that are known to do what was meant, best first; none: nothing may be done unattended
 * @param check shell text that succeeds, for the same user in the same place, if what was meant is done; {@code $OUT} is a
 *     file with what the correction printed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Mistake(
        String id,
        String category,
        String command,
        @JsonAlias("as") String user,
        String cwd,
        String setup,
        List<String> expected,
        String check) {
    Mistake {
        Objects.requireNonNull(id, "a case has no id");
        Objects.requireNonNull(command, () -> "case " + id + " has no command");
        category = category == null ? "" : category;
        user = user == null ? "labadmin" : user.split(" ")[0];
        cwd = cwd == null ? "~" : cwd;
        setup = setup == null ? "" : setup;
        expected = expected == null ? List.of() : List.copyOf(expected);
        check = check == null ? "true" : check;
    }

    /** Whether only a person may mend it: no suggestion, or a risky one, is right. */
    boolean forAPerson() {
        return expected.isEmpty();
    }

    Mistake withSetup(String other) {
        return new Mistake(id, category, command, user, cwd, other, expected, check);
    }
}
