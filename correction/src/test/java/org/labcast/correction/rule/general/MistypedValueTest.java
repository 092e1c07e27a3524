package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedValueTest extends RuleTest {
    MistypedValueTest() {
        super(new MistypedValue());
    }

    @Test
    void valueOfThoseListed() {
        safely("ls --sort=tiem /etc/nginx", 1, """
                ls: invalid argument ‘tiem’ for ‘--sort’
                Valid arguments are:
                  - ‘none’
                  - ‘time’
                  - ‘size’
                  - ‘extension’
                Try 'ls --help' for more information.
                """, "ls --sort=time /etc/nginx");
        safely(
                "sort --sort numerc f",
                1,
                "sort: invalid argument 'numerc' for '--sort'\nValid arguments are:\n  - 'general-numeric'\n  - 'numeric'\n",
                "sort --sort numeric f");
    }

    @Test
    void valueOfThoseKnown() {
        safely("ps aux --sort=-%mme", 1, "error: unknown sort specifier\n", "ps aux --sort=-%mem");
        safely("ssh-keygen -t ras -N x", 255, "unknown key type ras\n", "ssh-keygen -t rsa -N x");
        safely("sudo nginx -s relod", 1, "nginx: invalid option: \"-s relod\"\n", "sudo nginx -s reload");
        safely("getent gruop sudo", 1, "Unknown database: gruop\n", "getent group sudo");
        safely("openssl versoin", 1, "Invalid command 'versoin'; type \"help\" for a list.\n", "openssl version");
        safely(
                "hostnamectl set-hostnmae lab-01",
                1,
                "Unknown command verb set-hostnmae.\n",
                "hostnamectl set-hostname lab-01");
        safely("ip addr shwo", 255, "Command \"shwo\" is unknown, try \"ip address help\".\n", "ip addr show");
    }

    @Test
    void farFromAll() {
        notAtAll(
                "ls --sort=birthday",
                1,
                "ls: invalid argument 'birthday' for '--sort'\nValid arguments are:\n  - 'none'\n  - 'time'\n");
    }

    @Test
    void columns() {
        safely("lsblk -o NAME,FSTPYE", 1, "lsblk: unknown column: FSTPYE\n", "lsblk -o NAME,FSTYPE");
        safely("lsblk -o fstpye,name", 1, "lsblk: unknown column: fstpye,name\n", "lsblk -o fstype,name");
        safely("findmnt -o TARGTE,SOURCE", 1, "findmnt: unknown column: TARGTE,SOURCE\n", "findmnt -o TARGET,SOURCE");
        safely(
                "ps -eo pid,comamnd",
                1,
                "error: unknown user-defined format specifier \"comamnd\"\n",
                "ps -eo pid,command");
        safely(
                "df --output=soruce,pcent",
                1,
                "df: option --output: field ‘soruce’ unknown\n",
                "df --output=source,pcent");
    }

    @Test
    void names() {
        safely("journalctl -p warnnig", 1, "Unknown log level warnnig\n", "journalctl -p warning");
        safely("journalctl -o shrot", 1, "Unknown output format 'shrot'.\n", "journalctl -o short");
        safely(
                "systemctl list-units --type=servce",
                1,
                "Unknown unit type or load state 'servce'.\n",
                "systemctl list-units --type=service");
        safely("kubectl get pdos", 1, "error: the server doesn't have a resource type \"pdos\"\n", "kubectl get pods");
        safely("ip -br lnik", 1, "Object \"lnik\" is unknown, try \"ip help\".\n", "ip -br link");
        safely(
                "ssh -o StrictHostKeyChekcing=yes lab-02 true",
                255,
                "command-line: line 0: Bad configuration option: stricthostkeychekcing\n",
                "ssh -o StrictHostKeyChecking=yes lab-02 true");
        machine.file("/usr/lib/firewalld/services/http.xml").file("/usr/lib/firewalld/services/ssh.xml");
        safely(
                "firewall-cmd --query-service=htpp",
                101,
                "Error: INVALID_SERVICE: 'htpp' not among existing services\n",
                "firewall-cmd --query-service=http");
    }

    @Test
    void anotherDigitIsAnotherThing() {
        riskily(
                "mount -t ext5 /dev/sdb1 /mnt",
                32,
                "mount: /mnt: unknown filesystem type 'ext5'.\n",
                "mount -t ext2 /dev/sdb1 /mnt",
                "mount -t ext3 /dev/sdb1 /mnt",
                "mount -t ext4 /dev/sdb1 /mnt");
    }
}
