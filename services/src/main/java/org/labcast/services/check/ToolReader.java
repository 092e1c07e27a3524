package org.labcast.services.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.labcast.services.acme.Position;
import org.labcast.services.contract.CommandTemplate;
import org.labcast.services.contract.ShellTemplate;
import org.labcast.services.contract.Signature;
import org.labcast.services.contract.Template;
import org.labcast.services.contract.Tool;

/** Reads what a port runs. */
final class ToolReader {
    private final Findings findings;

    ToolReader(Findings findings) {
        this.findings = findings;
    }

    /** @param streams whether {@code Post} says that the output is a stream, and names no program */
    Optional<Tool> read(TypedNode port, Signature signature, boolean streams) {
        boolean shell = port.truth(Vocabulary.SHELL);
        Optional<String> path = path(port, shell);
        Optional<String> cmd = port.needed(Vocabulary.CMD, "how the tool is called");
        if (path.isEmpty() || cmd.isEmpty()) {
            return Optional.empty();
        }
        Function<String, Template> around = shell
                ? text -> new ShellTemplate(text, port.name(), signature)
                : text -> CommandTemplate.read(text, signature);
        Function<String, Template> main = shell ? around : text -> CommandTemplate.read(text, path.get(), signature);
        Optional<Template> pre = template(port, Vocabulary.PRE, around);
        Optional<Template> post = streams ? Optional.empty() : template(port, Vocabulary.POST, around);
        Optional<Tool> tool = template(port, Vocabulary.CMD, main)
                .map(template -> new Tool(path.get(), pre, template, post, port.truth(Vocabulary.ALLOW_DASH)));
        tool.ifPresent(read -> unused(port, signature, read));
        return tool;
    }

    /** A shell port may name what must be there, and need not. */
    private Optional<String> path(TypedNode port, boolean shell) {
        if (shell && port.text(Vocabulary.PATH).isEmpty()) {
            return Optional.of(ShellTemplate.SHELL);
        }
        Optional<String> path = port.needed(Vocabulary.PATH, "where the tool is, such as /usr/bin/nmap");
        path.filter(text -> !Tool.isPath(text))
                .ifPresent(text ->
                        findings.error(port.at(Vocabulary.PATH), "'" + text + "' is no absolute path of a file."));
        return path.filter(Tool::isPath);
    }

    private Optional<Template> template(TypedNode port, String property, Function<String, Template> read) {
        Optional<Template> template = port.text(property)
                .flatMap(text -> findings.trying(port.at(property), property + " ", () -> read.apply(text)));
        template.filter(CommandTemplate.class::isInstance)
                .map(CommandTemplate.class::cast)
                .ifPresent(command -> command.joins().forEach(join -> joined(port.at(property), property, join)));
        return template;
    }

    /** Whoever knows '+' from the tool itself, as in 'date +%F', did not mean it. */
    private void joined(Position at, String property, CommandTemplate.Join join) {
        String what = property + " joins " + join.left() + " and " + join.right() + " into one argument by '+'";
        if (join.constant()) {
            findings.warning(at, what + "; write them together, or quote the '+' to pass it on.");
        } else {
            findings.note(at, what + ".");
        }
    }

    private void unused(TypedNode port, Signature signature, Tool tool) {
        List<String> used = Stream.of(tool.pre(), Optional.of(tool.main()), tool.post())
                .flatMap(Optional::stream)
                .flatMap(template -> template.used().stream())
                .toList();
        signature.names().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> findings.warning(
                        port.at(Vocabulary.SIGNATURE), "The parameter '" + name + "' is not used by Cmd."));
    }
}
