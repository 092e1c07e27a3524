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
}
