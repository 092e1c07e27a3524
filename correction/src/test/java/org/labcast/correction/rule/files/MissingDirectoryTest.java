package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MissingDirectoryTest extends RuleTest {
    MissingDirectoryTest() {
        super(new MissingDirectory());
    }

    @Test
    void directoryIsMade() {
        machine.directory("/tmp");
        safely(
                "mv /tmp/report.txt /tmp/archive/2024/report.txt",
                1,
                "mv: cannot move '/tmp/report.txt' to '/tmp/archive/2024/report.txt': No such file or directory\n",
                "mkdir -p /tmp/archive/2024 && mv /tmp/report.txt /tmp/archive/2024/report.txt");
        safely("touch a/b", 1, "touch: cannot touch 'a/b': No such file or directory\n", "mkdir -p a && touch a/b");
        safely("echo x > a/b", 2, "sh: 1: cannot create a/b: Directory nonexistent\n", "mkdir -p a && echo x > a/b");
        safely("echo x > a/b", 1, "bash: line 1: a/b: No such file or directory\n", "mkdir -p a && echo x > a/b");
        safely(
                "sudo cp f /opt/x/",
                1,
                "cp: cannot create regular file '/opt/x/': No such file or directory\n",
                "sudo mkdir -p /opt/x && sudo cp f /opt/x/");
    }

    @Test
    void theTargetMayBeUnnamed() {
        safely(
                "cp notes 'my dir/'",
                1,
                "cp: directory my dir does not exist\n",
                "mkdir -p 'my dir/' && cp notes 'my dir/'");
        notAtAll("cp notes x", 1, "No such file or directory\n");
    }

    @Test
    void aMissingSourceIsNotMade() {
        notAtAll("cp a/b .", 1, "cp: cannot stat 'a/b': No such file or directory\n");
        notAtAll("cat < a/b", 1, "bash: line 1: a/b: No such file or directory\n");
    }

    @Test
    void directoriesOfOtherTools() {
        safely(
                "tar xzf a.tgz -C /opt/app",
                2,
                "tar: /opt/app: Cannot open: No such file or directory\n",
                "mkdir -p /opt/app && tar xzf a.tgz -C /opt/app");
        safely(
                "tar czf /backup/x/a.tgz .",
                2,
                "tar: /backup/x/a.tgz: Cannot open: No such file or directory\n",
                "mkdir -p /backup/x && tar czf /backup/x/a.tgz .");
        safely(
                "ssh-keygen -t ed25519 -f keys/id -N ''",
                1,
                "Saving key \"keys/id\" failed: No such file or directory\n",
                "mkdir -p keys && ssh-keygen -t ed25519 -f keys/id -N ''");
        safely(
                "curl -fsS -o in/x https://x.org/x",
                23,
                "Warning: Failed to open the file in/x: No such file or directory\n",
                "mkdir -p in && curl -fsS -o in/x https://x.org/x");
        safely(
                "wget -O in/x https://x.org/x",
                1,
                "in/x: No such file or directory\n",
                "mkdir -p in && wget -O in/x https://x.org/x");
        safely(
                "sudo mount /dev/sdb1 /mnt/usb",
                32,
                "mount: /mnt/usb: mount point does not exist.\n",
                "sudo mkdir -p /mnt/usb && sudo mount /dev/sdb1 /mnt/usb");
        safely("echo a | tee b/c", 1, "tee: b/c: No such file or directory\n", "mkdir -p b && echo a | tee b/c");
    }

    @Test
    void aMissingArchiveIsNotMade() {
        notAtAll("tar xzf in/a.tgz", 2, "tar: in/a.tgz: Cannot open: No such file or directory\n");
    }

    @Test
    void silentCurl() {
        safely(
                "curl -sS -o in/x https://x.org/x",
                23,
                "curl: (23) Failure writing output to destination\n",
                "mkdir -p in && curl -sS -o in/x https://x.org/x");
    }

    @Test
    void rsyncIntoADirectoryBelowOne() {
        safely(
                "rsync -a docs/ /tmp/x/y/docs/",
                11,
                "rsync: [Receiver] mkdir \"/tmp/x/y/docs\" failed: No such file or directory (2)\n",
                "mkdir -p /tmp/x/y/docs && rsync -a docs/ /tmp/x/y/docs/");
    }

    @Test
    void addressIsNoFile() {
        notAtAll("curl -O http://localhost", 23, "curl: Remote file name has no length!\n");
    }

    @Test
    void aMessageIsNoPath() {
        safely(
                "mv a b archive",
                1,
                "mv: target 'archive' is not a directory: No such file or directory\n",
                "mkdir -p archive && mv a b archive");
    }

    @Test
    void whatALockOrAPipeLiesIn() {
        machine.directory("/tmp");
        safely(
                "flock /tmp/lab/x.lock date",
                66,
                "flock: cannot open lock file /tmp/lab/x.lock: No such file or directory\n",
                "mkdir -p /tmp/lab && flock /tmp/lab/x.lock date");
        safely(
                "mkfifo /tmp/lab/p",
                1,
                "mkfifo: cannot create fifo '/tmp/lab/p': No such file or directory\n",
                "mkdir -p /tmp/lab && mkfifo /tmp/lab/p");
    }
}
