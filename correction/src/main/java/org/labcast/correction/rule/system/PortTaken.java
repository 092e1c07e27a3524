package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.ToolOutput;

/** Another process has the port; which one is the machine's to say, ending it a person's. */
public final class PortTaken implements Rule {
    private static final Pattern TAKEN = Pattern.compile(
            "(?i)address already in use|EADDRINUSE|unable to bind|can't listen on port|bind on address");
    private static final Pattern PORT = Pattern.compile(
            "(?i)bind on address \\('[^']*', (\\d{1,5})\\)|can't listen on port (\\d{1,5})|(?:bind|listen|EADDRINUSE|address)\\b.*[:\\s](\\d{2,5})\\b");
    /** One of them is in each of those. */
    private static final Set<String> WORDS = Set.of("address", "eaddrinuse", "bind", "listen");

    private static final Pattern PROCESS = Pattern.compile("^\\S+\\s+(\\d{1,10})\\s");

    @Override
    public String name() {
        return "port_taken";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        ToolOutput says = context.says().with(WORDS);
        if (context.command().empty() || says.find(TAKEN).isEmpty()) {
            return List.of();
        }
        return says.findAll(PORT)
                .limit(1)
                .map(PortTaken::port)
                .flatMap(port -> context.facts().answer("lsof -i :" + port).stream()
                        .flatMap(String::lines)
                        .map(PROCESS::matcher)
                        .filter(Matcher::find)
                        .limit(1)
                        .map(process -> ended(context, process.group(1), port)))
                .toList();
    }

    private static String port(Matcher said) {
        return Stream.of(1, 2, 3)
                .map(said::group)
                .filter(group -> group != null)
                .findFirst()
                .orElse("");
    }

    private static Suggestion ended(FailureContext context, String process, String port) {
        return Suggestion.risky(
                context.preceded(context.command().raised("kill " + process)),
                "Process " + process + " has port " + port + "; whether it may go is for a person to say.");
    }
}
