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
import org.labcast.correction.rule.git.GitBranchExists;
import org.labcast.correction.rule.git.GitBranchInUse;
import org.labcast.correction.rule.git.GitBranchTypo;
import org.labcast.correction.rule.git.GitCloneMissing;
import org.labcast.correction.rule.git.GitCloneThere;
import org.labcast.correction.rule.git.GitCommitAgain;
import org.labcast.correction.rule.git.GitDetached;
import org.labcast.correction.rule.git.GitDiffElsewhere;
import org.labcast.correction.rule.git.GitExtension;
import org.labcast.correction.rule.git.GitHookBypass;
import org.labcast.correction.rule.git.GitHttps;
import org.labcast.correction.rule.git.GitIdentity;
import org.labcast.correction.rule.git.GitLocked;
import org.labcast.correction.rule.git.GitMistypedRef;
import org.labcast.correction.rule.git.GitMistypedRemote;
import org.labcast.correction.rule.git.GitNamedOption;
import org.labcast.correction.rule.git.GitNewBranch;
import org.labcast.correction.rule.git.GitNotReady;
import org.labcast.correction.rule.git.GitNothingCommitted;
import org.labcast.correction.rule.git.GitOption;
import org.labcast.correction.rule.git.GitOptionOrder;
import org.labcast.correction.rule.git.GitOutside;
import org.labcast.correction.rule.git.GitPushRejected;
import org.labcast.correction.rule.git.GitRemoteVerb;
import org.labcast.correction.rule.git.GitSafeDirectory;
import org.labcast.correction.rule.git.GitSubcommand;
import org.labcast.correction.rule.git.GitTwice;
import org.labcast.correction.rule.git.GitTwoDashes;
import org.labcast.correction.rule.git.GitUnaddedFile;
import org.labcast.correction.rule.git.GitUnfinished;
import org.labcast.correction.rule.git.GitUnquotedMessage;
import org.labcast.correction.rule.git.GitUpstream;
import org.labcast.correction.rule.git.WrongVersionControl;
import org.labcast.correction.rule.line.MissingSpace;
import org.labcast.correction.rule.line.PastedPrompt;
import org.labcast.correction.rule.line.PastedPunctuation;
import org.labcast.correction.rule.line.WindowsLineEnd;
import org.labcast.correction.rule.packages.AptNextStep;
import org.labcast.correction.rule.packages.AptVerb;
import org.labcast.correction.rule.packages.BrokenDependencies;
import org.labcast.correction.rule.packages.CommandNotPackage;
import org.labcast.correction.rule.packages.ConffilePrompt;
import org.labcast.correction.rule.packages.DebconfPrompt;
import org.labcast.correction.rule.packages.ForeignPackageManager;
import org.labcast.correction.rule.packages.ForeignPackageName;
import org.labcast.correction.rule.packages.InstallCommand;
import org.labcast.correction.rule.packages.InterruptedDpkg;
import org.labcast.correction.rule.packages.LocalPackage;
import org.labcast.correction.rule.packages.ManagerVerb;
import org.labcast.correction.rule.packages.MistypedPackage;
import org.labcast.correction.rule.packages.PackageLock;
import org.labcast.correction.rule.packages.PackagePrompt;
import org.labcast.correction.rule.packages.PacmanLock;
import org.labcast.correction.rule.packages.PacmanOption;
import org.labcast.correction.rule.packages.ProtectedPackages;
import org.labcast.correction.rule.packages.StaleLists;
import org.labcast.correction.rule.packages.VirtualPackage;
import org.labcast.correction.rule.system.HostKeyChanged;
import org.labcast.correction.rule.system.LocalPlainHttp;
import org.labcast.correction.rule.system.MistypedUnit;
import org.labcast.correction.rule.system.ReplacedTool;
import org.labcast.correction.rule.system.SystemctlOrder;
import org.labcast.correction.rule.system.SystemctlVerb;

/** All rules, best informed first: suggestions keep this order, and of two with the same command the first one counts. */
public final class Rules {
    /** What no rule may mend, asked before all of them. */
    public static final List<Advice> ADVICE = List.of(new HostKeyChanged(), new PacmanLock(), new ProtectedPackages());

    public static final List<Rule> ALL = List.of(
            // The text itself is not what was meant.
            new WindowsLineEnd(),
            new PastedPrompt(),
            new PastedPunctuation(),
            // The tool or the machine says what is right.
            // git and hg, before the rules for any tool: what git suggests itself is not always the best.
            new GitTwice(),
            new GitExtension(),
            new GitTwoDashes(),
            new GitUpstream(),
            new GitOption(),
            new GitOptionOrder(),
            new GitSubcommand(),
            new GitUnquotedMessage(),
            new GitUnaddedFile(),
            new GitNothingCommitted(),
            new GitMistypedRef(),
            new GitMistypedRemote(),
            new GitRemoteVerb(),
            new GitHttps(),
            new GitCloneMissing(),
            new GitBranchTypo(),
            // Any tool.
            new SuggestedWord(),
            // packages
            new AptVerb(),
            new ManagerVerb(),
            new PacmanOption(),
            new PackageLock(),
            new InterruptedDpkg(),
            new LocalPackage(),
            new BrokenDependencies(),
            new ConffilePrompt(),
            new ForeignPackageName(),
            new CommandNotPackage(),
            new VirtualPackage(),
            new StaleLists(),
            new MistypedPackage(),
            // system
            new SystemctlOrder(),
            new SystemctlVerb(),
            new MistypedUnit(),
            new MistypedOption(),
            new ListedWord(),
            // git wants something done before, or said so.
            new WrongVersionControl(),
            new GitOutside(),
            new GitCloneThere(),
            new GitBranchExists(),
            new GitBranchInUse(),
            new GitDetached(),
            new GitLocked(),
            new GitNotReady(),
            new GitPushRejected(),
            new GitUnfinished(),
            new GitNamedOption(),
            new GitIdentity(),
            new GitSafeDirectory(),
            // Something is missing.
            new PackagePrompt(),
            new DebconfPrompt(),
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
            new InstallCommand(),
            new MissingSpace(),
            new MistypedCommand(),
            // Last resorts: what is written may have to be made, or nobody said what is wrong.
            new GitNewBranch(),
            new GitCommitAgain(),
            new GitHookBypass(),
            new GitDiffElsewhere(),
            // Nothing was said, or nothing is wrong.
            new AptNextStep());

    private Rules() {}
}
