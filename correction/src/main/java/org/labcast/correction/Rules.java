package org.labcast.correction;

import java.util.List;
import java.util.stream.Stream;
import org.labcast.correction.rule.files.AlreadyThere;
import org.labcast.correction.rule.files.ArchiveTool;
import org.labcast.correction.rule.files.CompressionLetter;
import org.labcast.correction.rule.files.CopyDirectory;
import org.labcast.correction.rule.files.ExtractApart;
import org.labcast.correction.rule.files.FindExecEnd;
import org.labcast.correction.rule.files.GrepDirectory;
import org.labcast.correction.rule.files.GrepOperandOrder;
import org.labcast.correction.rule.files.LinkDirectory;
import org.labcast.correction.rule.files.LinkOrder;
import org.labcast.correction.rule.files.ListDirectory;
import org.labcast.correction.rule.files.MakeExecutable;
import org.labcast.correction.rule.files.MissingDirectory;
import org.labcast.correction.rule.files.MissingWorkingDirectory;
import org.labcast.correction.rule.files.MkdirMissingParent;
import org.labcast.correction.rule.files.ModeOrder;
import org.labcast.correction.rule.files.NotCompressed;
import org.labcast.correction.rule.files.RemoveDirectory;
import org.labcast.correction.rule.files.ScriptInDirectory;
import org.labcast.correction.rule.files.TarLetters;
import org.labcast.correction.rule.files.TooManyArguments;
import org.labcast.correction.rule.files.UnquotedPattern;
import org.labcast.correction.rule.files.UnterminatedSed;
import org.labcast.correction.rule.general.CommandOutsidePath;
import org.labcast.correction.rule.general.ListedWord;
import org.labcast.correction.rule.general.MistypedCommand;
import org.labcast.correction.rule.general.MistypedOption;
import org.labcast.correction.rule.general.MistypedPath;
import org.labcast.correction.rule.general.NeedsRoot;
import org.labcast.correction.rule.general.NotAsRoot;
import org.labcast.correction.rule.general.RedirectionNeedsRoot;
import org.labcast.correction.rule.general.SudoKeepsPath;
import org.labcast.correction.rule.general.SudoNotInstalled;
import org.labcast.correction.rule.general.SuggestedWord;
import org.labcast.correction.rule.general.SwappedLetters;
import org.labcast.correction.rule.git.GitUpstream;
import org.labcast.correction.rule.line.AssignmentBlank;
import org.labcast.correction.rule.line.HtmlEntities;
import org.labcast.correction.rule.line.HyphenForSpace;
import org.labcast.correction.rule.line.MissingSpace;
import org.labcast.correction.rule.line.PastedPrompt;
import org.labcast.correction.rule.line.PastedPunctuation;
import org.labcast.correction.rule.line.RepeatedWord;
import org.labcast.correction.rule.line.UnclosedQuote;
import org.labcast.correction.rule.line.WindowsLineEnd;
import org.labcast.correction.rule.packages.AptNeedsYes;
import org.labcast.correction.rule.packages.AptVerb;
import org.labcast.correction.rule.packages.ForeignPackageManager;
import org.labcast.correction.rule.packages.MistypedPackage;
import org.labcast.correction.rule.system.Bashism;
import org.labcast.correction.rule.system.HostKeyChanged;
import org.labcast.correction.rule.system.HostKeyUnknown;
import org.labcast.correction.rule.system.HostscliWebsites;
import org.labcast.correction.rule.system.LocalPlainHttp;
import org.labcast.correction.rule.system.MistypedInterface;
import org.labcast.correction.rule.system.MistypedScheme;
import org.labcast.correction.rule.system.MistypedTimezone;
import org.labcast.correction.rule.system.MistypedUnit;
import org.labcast.correction.rule.system.MistypedUser;
import org.labcast.correction.rule.system.NoTerminal;
import org.labcast.correction.rule.system.PortTaken;
import org.labcast.correction.rule.system.ReplacedTool;
import org.labcast.correction.rule.system.ScriptInterpreter;
import org.labcast.correction.rule.system.ServiceVerb;
import org.labcast.correction.rule.system.SystemctlOrder;
import org.labcast.correction.rule.system.SystemctlVerb;
import org.labcast.correction.rule.system.Trouble;
import org.labcast.correction.rule.system.UnitElsewhere;
import org.labcast.correction.rule.system.UrlForHost;
import org.labcast.correction.rule.system.WhoisDomain;

/** All rules, best informed first: suggestions keep this order, and of two with the same command the first one counts. */
public final class Rules {
    /** What no rule may mend, asked before all of them. */
    public static final List<Advice> ADVICE = Stream.concat(
                    Stream.of(new HostKeyChanged(), new HostKeyUnknown()), Trouble.ALL.stream())
            .toList();

    public static final List<Rule> ALL = List.of(
            // The text itself is not what was meant.
            new WindowsLineEnd(),
            new PastedPrompt(),
            new PastedPunctuation(),
            new HtmlEntities(),
            new UnclosedQuote(),
            new RepeatedWord(),
            new AssignmentBlank(),
            // The tool or the machine says what is right.
            new SuggestedWord(),
            new GitUpstream(),
            new AptVerb(),
            new SystemctlOrder(),
            new SystemctlVerb(),
            new UnitElsewhere(),
            new ServiceVerb(),
            new MistypedUnit(),
            new MistypedUser(),
            new MistypedScheme(),
            new MistypedTimezone(),
            new MistypedInterface(),
            new UrlForHost(),
            new MistypedOption(),
            new ListedWord(),
            new ModeOrder(),
            new UnquotedPattern(),
            new FindExecEnd(),
            new MistypedPackage(),
            new HostscliWebsites(),
            new GrepOperandOrder(),
            new UnterminatedSed(),
            // Something is missing.
            new AptNeedsYes(),
            new MkdirMissingParent(),
            new AlreadyThere(),
            new TooManyArguments(),
            new MistypedPath(),
            new MissingDirectory(),
            new MissingWorkingDirectory(),
            new MakeExecutable(),
            new CopyDirectory(),
            new RemoveDirectory(),
            new PortTaken(),
            new NoTerminal(),
            new LinkDirectory(),
            new LinkOrder(),
            new GrepDirectory(),
            new ListDirectory(),
            new NotCompressed(),
            new CompressionLetter(),
            new ArchiveTool(),
            new TarLetters(),
            new LocalPlainHttp(),
            new RedirectionNeedsRoot(),
            new NeedsRoot(),
            new NotAsRoot(),
            new SudoNotInstalled(),
            new ScriptInterpreter(),
            new Bashism(),
            // There is no such command.
            new ForeignPackageManager(),
            new ReplacedTool(),
            new CommandOutsidePath(),
            new SudoKeepsPath(),
            new ScriptInDirectory(),
            new HyphenForSpace(),
            new MissingSpace(),
            new MistypedCommand(),
            new ExtractApart(),
            new WhoisDomain(),
            new SwappedLetters());

    private Rules() {}
}
