package org.labcast.correction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.model.PathText;

/** Commands that nobody should run by guess. */
public final class DestructiveCommands {
    private static final Set<String> ALWAYS = words(
            "rm rmdir unlink dd shred wipefs wipe srm truncate blkdiscard fdisk sfdisk cfdisk gdisk sgdisk parted partprobe",
            "kill killall killall5 pkill skill xkill fuser reboot shutdown halt poweroff init telinit kexec",
            "userdel deluser groupdel delgroup usermod passwd chpasswd visudo chage vipw",
            "lvremove vgremove pvremove lvreduce mdadm cryptsetup zfs zpool btrfs swapoff umount losetup dmsetup",
            "iptables ip6tables nft ufw firewall-cmd setenforce modprobe rmmod insmod sysctl debugfs tune2fs resize2fs",
            "hdparm nvme flashrom efibootmgr grub-install update-grub crontab at batch eval source exec");

    private static final Map<String, Predicate<List<Word>>> SOMETIMES = Map.ofEntries(
            Map.entry("apt", any("remove purge autoremove autopurge full-upgrade dist-upgrade")),
            Map.entry("apt-get", any("remove purge autoremove autopurge dist-upgrade dselect-upgrade")),
            Map.entry("aptitude", any("remove purge")),
            Map.entry(
                    "dpkg",
                    any("-r -P --remove --purge --clear-selections --unpack").or(prefix("--force"))),
            Map.entry("dnf", any("remove erase autoremove distro-sync downgrade swap")),
            Map.entry("yum", any("remove erase autoremove distro-sync downgrade swap")),
            Map.entry("rpm", letter("e").or(any("--erase --nodeps"))),
            Map.entry("zypper", any("remove rm dup dist-upgrade")),
            Map.entry("pacman", letter("R").or(any("--remove --overwrite"))),
            Map.entry("apk", any("del")),
            Map.entry("pip", any("uninstall")),
            Map.entry("pip3", any("uninstall")),
            Map.entry("npm", any("uninstall remove rm un unpublish publish -f")),
            Map.entry("cargo", any("uninstall clean publish yank")),
            Map.entry("mvn", any("deploy release")),
            Map.entry("make", any("clean distclean uninstall")),
            Map.entry("chmod", letter("R").or(any("--recursive"))),
            Map.entry("chown", letter("R").or(any("--recursive"))),
            Map.entry("chgrp", letter("R").or(any("--recursive"))),
            Map.entry("setfacl", letter("Rb").or(any("--recursive"))),
            Map.entry("cp", letter("f").or(any("--remove-destination"))),
            Map.entry("mv", letter("f")),
            Map.entry("ln", letter("f")),
            Map.entry("sed", prefix("-i").or(prefix("--in-place"))),
            Map.entry("perl", letter("i")),
            Map.entry("find", any("-delete -exec -execdir -ok -okdir -fprint")),
            Map.entry("rsync", prefix("--delete").or(any("--remove-source-files --inplace"))),
            Map.entry("curl", letter("k")),
            Map.entry("tar", any("--overwrite --unlink-first --recursive-unlink -P --remove-files")),
            Map.entry("unzip", letter("o")),
            Map.entry("gunzip", letter("f")),
            Map.entry("gzip", letter("f")),
            Map.entry(
                    "git",
                    any("push reset clean rebase filter-branch gc prune restore rm -D -d -f --delete drop clear expire"
                                    + " deinit --amend")
                            .or(DestructiveCommands::restoresFiles)),
            Map.entry("hg", any("revert purge strip rollback remove rm histedit push")),
            Map.entry("docker", any("rm rmi kill stop prune down remove --privileged")),
            Map.entry("podman", any("rm rmi kill stop prune down remove --privileged")),
            Map.entry("kubectl", any("delete drain cordon replace")),
            Map.entry("virsh", any("destroy undefine shutdown reboot reset")),
            Map.entry("ip", any("del delete flush down")),
            Map.entry("nmcli", any("delete down off")),
            Map.entry("service", any("stop")),
            Map.entry("update-rc.d", any("remove disable")),
            Map.entry("loginctl", any("kill-session kill-user terminate-session terminate-user terminate-seat")),
            Map.entry(
                    "systemctl",
                    any(
                            "stop disable mask kill isolate poweroff reboot halt kexec rescue emergency suspend hibernate default"
                                    + " hybrid-sleep suspend-then-hibernate exit switch-root clean revert freeze set-default")));

    private static final Set<String> VERBS =
            words("remove purge autoremove autopurge delete del destroy erase uninstall prune drop stop"
                    + " disable mask reset clean rmi reinit wipe format overwrite unpublish yank isolate terminate");

    private static final Set<String> RUNNERS = words(
            "sh bash dash zsh ksh su xargs find ssh watch parallel chroot flock script strace systemd-run nsenter runuser",
            "unshare busybox python python3 perl ruby node php docker podman kubectl ionice taskset");
    private static final Set<String> INTERPRETERS = words(
            "sh bash dash zsh ksh su xargs watch parallel chroot flock script strace python python3 perl ruby node php make busybox");
    private static final Set<String> SHELLS = words("sh bash dash zsh ksh su runuser");
    private static final Set<String> CHANGE_PLACES =
            words("mv chmod chown chgrp rsync truncate setfacl chattr find sed perl");

    private static final Set<String> OVERWRITE = words("cp mv install ln scp rsync");

    private DestructiveCommands() {}

    /** Whether the name alone is enough to keep guesses away from it: {@code rm}, {@code dd}, {@code mkfs.ext4}, {@code reboot}… */
    public static boolean isNamed(String command) {
        String tool = PathText.base(command);
        return ALWAYS.contains(tool) || tool.startsWith("mkfs") || tool.equals("mkswap");
    }

    /** Whether the word is likely to ask some tool, which may be unknown to us, for a deed that cannot be undone. */
    static boolean isVerb(String word) {
        boolean program = !word.contains("/") || word.contains("bin/");
        return (program && isNamed(word)) || VERBS.contains(word);
    }

    /** Whether the command, as it is called here, removes, stops, or forces something. */
    static boolean isDangerous(String tool, List<Word> args) {
        Predicate<List<Word>> sometimes = SOMETIMES.get(tool);
        return isNamed(tool) || (sometimes != null && sometimes.test(args));
    }

    /** Whether it runs another command that its arguments hold. */
    static boolean isRunner(String tool) {
        return RUNNERS.contains(tool);
    }

    /** Whether nobody can tell from the line what will be done: scripts, interpreters, programs outside the system's directories. */
    static boolean isUnknownProgram(SimpleCommand command) {
        if (command.empty()) {
            return false;
        }
        boolean given = isShell(command.tool()) && command.hasOption("-c");
        String name = command.nameWord().value();
        return (INTERPRETERS.contains(command.tool()) && !given)
                || (name.contains("/") && !name.matches("/(?:usr/(?:local/)?)?s?bin/[^/]+"));
    }

    /** Whether it takes a script as an argument. */
    static boolean isShell(String tool) {
        return SHELLS.contains(tool);
    }

    /** Whether its last operand, when that is a file, is lost. */
    static boolean overwrites(String tool) {
        return OVERWRITE.contains(tool);
    }

    /** Whether it changes or moves away the places that it is given, so that a directory of the system is none for it. */
    static boolean changesPlaces(String tool) {
        return CHANGE_PLACES.contains(tool);
    }

    /** Of git checkout, what names more than a branch: changes to files are lost. */
    private static boolean restoresFiles(List<Word> args) {
        boolean checkout = args.stream().anyMatch(word -> word.is("checkout"));
        long operands = args.stream()
                .filter(word -> !word.option() || word.is("--") || word.is("-p"))
                .count();
        return checkout && (operands != 2 || any(". -- -p :/ *").test(args));
    }

    private static Set<String> words(String... lines) {
        return Stream.of(lines).flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toUnmodifiableSet());
    }

    private static Predicate<List<Word>> any(String words) {
        Set<String> set = words(words);
        return args -> args.stream().anyMatch(word -> set.contains(word.value()));
    }

    private static Predicate<List<Word>> prefix(String start) {
        return args -> args.stream().anyMatch(word -> word.value().startsWith(start));
    }

    /** One of the letters in a cluster of short options. */
    private static Predicate<List<Word>> letter(String letters) {
        return args -> args.stream()
                .filter(word -> word.option() && !word.value().startsWith("--"))
                .anyMatch(word -> word.value().chars().anyMatch(c -> letters.indexOf(c) >= 0));
    }
}
