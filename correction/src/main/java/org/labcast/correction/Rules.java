package org.labcast.correction;

import java.util.List;
import org.labcast.correction.rule.files.CopyDirectory;
import org.labcast.correction.rule.files.GrepDirectory;
import org.labcast.correction.rule.files.MissingDirectory;
import org.labcast.correction.rule.files.MkdirMissingParent;
import org.labcast.correction.rule.files.NotCompressed;
import org.labcast.correction.rule.files.RemoveDirectory;
import org.labcast.correction.rule.general.CommandOutsidePath;
import org.labcast.correction.rule.general.ListedWord;
import org.labcast.correction.rule.general.MistypedCommand;
import org.labcast.correction.rule.general.MistypedOption;
import org.labcast.correction.rule.general.MistypedPath;
import org.labcast.correction.rule.general.NeedsRoot;
import org.labcast.correction.rule.general.RedirectionNeedsRoot;
import org.labcast.correction.rule.general.SuggestedWord;
import org.labcast.correction.rule.git.GitUpstream;
import org.labcast.correction.rule.line.MissingSpace;
import org.labcast.correction.rule.line.PastedPrompt;
import org.labcast.correction.rule.line.PastedPunctuation;
import org.labcast.correction.rule.line.WindowsLineEnd;
import org.labcast.correction.rule.packages.AptNeedsYes;
import org.labcast.correction.rule.packages.AptVerb;
import org.labcast.correction.rule.packages.ForeignPackageManager;
import org.labcast.correction.rule.packages.MistypedPackage;
import org.labcast.correction.rule.system.HostKeyChanged;
import org.labcast.correction.rule.system.LocalPlainHttp;
import org.labcast.correction.rule.system.MistypedUnit;
import org.labcast.correction.rule.system.ReplacedTool;
import org.labcast.correction.rule.system.SystemctlOrder;
import org.labcast.correction.rule.system.SystemctlVerb;

/** All rules, best informed first: suggestions keep this order, and of two with the same command the first one counts. */
public final class Rules {
    /** What no rule may mend, asked before all of them. */
    public static final List<Advice> ADVICE = List.of(new HostKeyChanged());

    public static final List<Rule> ALL = List.of(
            // The text itself is not what was meant.
            new WindowsLineEnd(),
            new PastedPrompt(),
            new PastedPunctuation(),
            // The tool or the machine says what is right.
            new SuggestedWord(),
            new GitUpstream(),
            new AptVerb(),
            new SystemctlOrder(),
            new SystemctlVerb(),
            new MistypedUnit(),
            new MistypedOption(),
            new ListedWord(),
            new MistypedPackage(),
            // Something is missing.
            new AptNeedsYes(),
            new MkdirMissingParent(),
            new MistypedPath(),
            new MissingDirectory(),
            new CopyDirectory(),
            new RemoveDirectory(),
            new GrepDirectory(),
            new NotCompressed(),
            new LocalPlainHttp(),
            new RedirectionNeedsRoot(),
            new NeedsRoot(),
            // There is no such command.
            new ForeignPackageManager(),
            new ReplacedTool(),
            new CommandOutsidePath(),
            new MissingSpace(),
            new MistypedCommand());

    private Rules() {}
}
