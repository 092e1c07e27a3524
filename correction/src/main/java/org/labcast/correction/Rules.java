package org.labcast.correction;

import java.util.List;
import org.labcast.correction.rule.AptNeedsYes;
import org.labcast.correction.rule.AptVerb;
import org.labcast.correction.rule.CommandOutsidePath;
import org.labcast.correction.rule.CopyDirectory;
import org.labcast.correction.rule.ForeignPackageManager;
import org.labcast.correction.rule.GitUpstream;
import org.labcast.correction.rule.GrepDirectory;
import org.labcast.correction.rule.LocalPlainHttp;
import org.labcast.correction.rule.MissingDirectory;
import org.labcast.correction.rule.MissingSpace;
import org.labcast.correction.rule.MistypedCommand;
import org.labcast.correction.rule.MistypedOption;
import org.labcast.correction.rule.MistypedPackage;
import org.labcast.correction.rule.MistypedPath;
import org.labcast.correction.rule.MistypedUnit;
import org.labcast.correction.rule.MkdirMissingParent;
import org.labcast.correction.rule.NeedsRoot;
import org.labcast.correction.rule.NotCompressed;
import org.labcast.correction.rule.PastedPrompt;
import org.labcast.correction.rule.PastedPunctuation;
import org.labcast.correction.rule.RedirectionNeedsRoot;
import org.labcast.correction.rule.RemoveDirectory;
import org.labcast.correction.rule.ReplacedTool;
import org.labcast.correction.rule.SuggestedWord;
import org.labcast.correction.rule.SystemctlOrder;
import org.labcast.correction.rule.SystemctlVerb;
import org.labcast.correction.rule.WindowsLineEnd;

/** All rules, best informed first: suggestions keep this order, and of two with the same command the first one counts. */
public final class Rules {
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
