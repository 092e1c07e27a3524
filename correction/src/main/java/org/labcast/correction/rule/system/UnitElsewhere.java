package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** The unit goes by another name on this distribution. */
public final class UnitElsewhere implements Rule {
    private static final List<Set<String>> SAME = Stream.of(
                    "apache2 httpd apache",
                    "ssh sshd openssh-server",
                    "cron crond cronie",
                    "mariadb mysql mysqld",
                    "named bind9 bind",
                    "smbd smb samba",
                    "nfs-server nfs-kernel-server nfs",
                    "NetworkManager network-manager networkmanager",
                    "chrony chronyd",
                    "ntp ntpd ntpsec",
                    "rsyslog syslog rsyslogd",
                    "redis-server redis",
                    "supervisor supervisord",
                    "gdm3 gdm",
                    "avahi-daemon avahi",
                    "isc-dhcp-server dhcpd",
                    "tftpd-hpa tftp",
                    "cups cupsd",
                    "postgresql postgres",
                    "libvirtd libvirt-bin libvirt")
            .map(names -> Set.of(names.split(" ")))
            .toList();

    @Override
    public String name() {
        return "unit_elsewhere";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return Units.unknown(context).stream()
                .flatMap(wrong -> here(context, Units.plain(wrong.value()))
                        .map(name -> Suggestion.safe(
                                context.mended(Edit.replace(wrong, name + Units.suffix(wrong.value()))),
                                "'" + wrong.value() + "' is called '" + name + "' here.")))
                .toList();
    }

    private static Stream<String> here(FailureContext context, String wrong) {
        Set<String> units = Units.here(context);
        return SAME.stream()
                .filter(names -> names.contains(wrong))
                .flatMap(Set::stream)
                .filter(units::contains)
                .limit(1);
    }
}
