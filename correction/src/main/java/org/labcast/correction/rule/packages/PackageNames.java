package org.labcast.correction.rule.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the same software is called in the distributions of each {@link Family}. Source: packages.debian.org,
 * packages.fedoraproject.org, software.opensuse.org, archlinux.org/packages, pkgs.alpinelinux.org.
 */
final class PackageNames {
    private static final List<Family> COLUMNS =
            List.of(Family.APT, Family.DNF, Family.ZYPPER, Family.PACMAN, Family.APK);
    /** Parted by bars: {@link #COLUMNS}, then names that no column has; {@code ~} is never read back; {@code -} is none. */
    private static final List<Row> ROWS = """
            apache2|httpd|apache2|apache|apache2|
            apache2-utils|httpd-tools|apache2-utils|~apache|apache2-utils|
            vim|vim-enhanced|vim|vim|vim|
            vim-tiny|vim-minimal|vim-small|~vim|~vim|vi
            openssh-server|openssh-server|openssh-server|openssh|openssh-server|sshd
            openssh-client|openssh-clients|openssh-clients|openssh|openssh-client|ssh-client
            build-essential|gcc gcc-c++ make|gcc gcc-c++ make|base-devel|build-base|Development Tools,development-tools,@development-tools,@Development Tools,devel_basis
            g++|gcc-c++|gcc-c++|~gcc|g++|
            gfortran|gcc-gfortran|gcc-fortran|gcc-fortran|gfortran|
            pkg-config|pkgconf-pkg-config|pkg-config|pkgconf|pkgconf|pkgconfig
            ninja-build|ninja-build|ninja|ninja|ninja|
            golang-go|golang|go|go|go|
            nodejs|nodejs|nodejs|nodejs|nodejs|node
            python3|python3|python3|python|python3|
            python3-dev|python3-devel|python3-devel|~python|python3-dev|python-dev,python-devel
            python3-pip|python3-pip|python3-pip|python-pip|py3-pip|pip,pip3
            python3-venv|~python3|~python3|~python|~python3|
            python3-tk|python3-tkinter|python3-tk|tk|python3-tkinter|
            ruby-dev|ruby-devel|ruby-devel|~ruby|ruby-dev|
            r-base|R|R-base|r|R|
            openjdk-11-jdk|java-11-openjdk-devel|java-11-openjdk-devel|jdk11-openjdk|openjdk11|
            openjdk-11-jre|java-11-openjdk|java-11-openjdk|jre11-openjdk|openjdk11-jre|
            openjdk-17-jdk|java-17-openjdk-devel|java-17-openjdk-devel|jdk17-openjdk|openjdk17|
            openjdk-17-jre|java-17-openjdk|java-17-openjdk|jre17-openjdk|openjdk17-jre|
            openjdk-21-jdk|java-21-openjdk-devel|java-21-openjdk-devel|jdk21-openjdk|openjdk21|
            openjdk-21-jre|java-21-openjdk|java-21-openjdk|jre21-openjdk|openjdk21-jre|
            default-jdk|java-devel|java-devel|jdk-openjdk|~openjdk17|jdk
            dnsutils|bind-utils|bind-utils|~bind|bind-tools|bind9-dnsutils
            bind9|bind|bind|bind|bind|
            iproute2|iproute|iproute2|iproute2|iproute2|
            iputils-ping|iputils|iputils|iputils|iputils|
            procps|procps-ng|procps|procps-ng|procps|
            netcat-openbsd|nmap-ncat|netcat-openbsd|openbsd-netcat|netcat-openbsd|netcat,nc,ncat
            telnet|telnet|telnet|~inetutils|~busybox-extras|
            network-manager|NetworkManager|NetworkManager|networkmanager|networkmanager|
            nfs-common|nfs-utils|nfs-client|nfs-utils|nfs-utils|
            nfs-kernel-server|nfs-utils|nfs-kernel-server|nfs-utils|nfs-utils|
            smbclient|samba-client|samba-client|smbclient|samba-client|
            open-iscsi|iscsi-initiator-utils|open-iscsi|open-iscsi|open-iscsi|
            multipath-tools|device-mapper-multipath|multipath-tools|multipath-tools|multipath-tools|
            docker.io|moby-engine|docker|docker|docker|docker,docker-ce,docker-engine
            podman|podman|podman|podman|podman|
            libvirt-daemon-system|libvirt|libvirt|libvirt|libvirt-daemon|
            qemu-system-x86|qemu-kvm|qemu-x86|qemu-system-x86|qemu-system-x86_64|
            virtinst|virt-install|virt-install|virt-install|virt-install|
            chromium|chromium|chromium|chromium|chromium|chromium-browser
            firefox-esr|firefox|MozillaFirefox|firefox|firefox|
            thunderbird|thunderbird|MozillaThunderbird|thunderbird|thunderbird|
            mariadb-server|mariadb-server|mariadb|mariadb|mariadb|
            mariadb-client|mariadb|mariadb-client|mariadb-clients|mariadb-client|
            default-mysql-server|community-mysql-server|~mariadb|~mariadb|~mariadb|mysql-server,mysql
            default-mysql-client|community-mysql|~mariadb-client|~mariadb-clients|~mariadb-client|mysql-client
            postgresql|postgresql-server|postgresql-server|postgresql|postgresql|
            postgresql-client|~postgresql|~postgresql|~postgresql|postgresql-client|
            redis-server|redis|redis|redis|redis|
            sqlite3|sqlite|sqlite3|sqlite|sqlite|
            slapd|openldap-servers|openldap2|openldap|openldap|
            ldap-utils|openldap-clients|openldap2-client|~openldap|openldap-clients|
            snmpd|net-snmp|net-snmp|net-snmp|net-snmp|
            snmp|net-snmp-utils|~net-snmp|~net-snmp|net-snmp-tools|
            isc-dhcp-server|dhcp-server|dhcp-server|dhcp|dhcp|dhcpd
            tftpd-hpa|tftp-server|tftp|tftp-hpa|tftp-hpa|
            cron|cronie|cron|cronie|cronie|crontabs
            auditd|audit|audit|audit|audit|
            mailutils|mailx|mailx|s-nail|mailx|
            lsb-release|redhat-lsb-core|lsb-release|lsb-release|lsb-release-minimal|
            man-db|man-db|man|man-db|mandoc|
            manpages-dev|man-pages|man-pages|man-pages|man-pages|
            xz-utils|xz|xz|xz|xz|
            p7zip-full|p7zip-plugins|p7zip-full|p7zip|p7zip|p7zip-rar
            gnupg|gnupg2|gpg2|gnupg|gnupg|gpg
            btrfs-progs|btrfs-progs|btrfsprogs|btrfs-progs|btrfs-progs|btrfs-tools
            imagemagick|ImageMagick|ImageMagick|imagemagick|imagemagick|
            graphicsmagick|GraphicsMagick|GraphicsMagick|graphicsmagick|graphicsmagick|
            tshark|wireshark-cli|~wireshark|wireshark-cli|tshark|
            fd-find|fd-find|fd|fd|fd|
            silversearcher-ag|the_silver_searcher|the_silver_searcher|the_silver_searcher|the_silver_searcher|
            plocate|plocate|plocate|plocate|plocate|mlocate,locate
            linux-perf|perf|perf|perf|perf|linux-tools-generic,linux-tools-common
            linux-cpupower|kernel-tools|cpupower|cpupower|cpupower|
            bpfcc-tools|bcc-tools|bcc-tools|bcc-tools|bcc-tools|
            fonts-dejavu|dejavu-sans-fonts|dejavu-fonts|ttf-dejavu|ttf-dejavu|
            fonts-liberation|liberation-fonts|liberation-fonts|ttf-liberation|ttf-liberation|
            libssl-dev|openssl-devel|libopenssl-devel|~openssl|openssl-dev|libopenssl-dev
            zlib1g-dev|zlib-devel|zlib-devel|~zlib|zlib-dev|
            libffi-dev|libffi-devel|libffi-devel|~libffi|libffi-dev|
            libxml2-dev|libxml2-devel|libxml2-devel|~libxml2|libxml2-dev|
            libcurl4-openssl-dev|libcurl-devel|libcurl-devel|~curl|curl-dev|libcurl-dev,curl-devel
            libsqlite3-dev|sqlite-devel|sqlite3-devel|~sqlite|sqlite-dev|
            libpq-dev|libpq-devel|postgresql-devel|postgresql-libs|libpq-dev|
            libncurses-dev|ncurses-devel|ncurses-devel|~ncurses|ncurses-dev|libncurses5-dev
            libreadline-dev|readline-devel|readline-devel|~readline|readline-dev|
            libbz2-dev|bzip2-devel|libbz2-devel|~bzip2|bzip2-dev|
            liblzma-dev|xz-devel|xz-devel|~xz|xz-dev|
            """.lines().map(Row::read).toList();

    private PackageNames() {}

    /**
     * What a package of another distribution is called here.
     *
     * @return one call's packages, parted by blanks; several elements when the name may stand for several things; empty when
     *     unknown, or when it is called so here, too
     */
    static List<String> here(Family here, String name) {
        return ROWS.stream().anyMatch(row -> row.column(here).equals(name))
                ? List.of()
                : found(ROWS.stream().filter(row -> row.names().contains(name)), here, name);
    }

    /** The same for a name that a manager of that family was given. */
    static List<String> here(Family here, String name, Family there) {
        List<String> meant = found(ROWS.stream().filter(row -> row.column(there).equals(name)), here, name);
        return meant.isEmpty() ? here(here, name) : meant;
    }

    private static List<String> found(Stream<Row> rows, Family here, String name) {
        List<String> targets = rows.map(row -> row.target(here))
                .filter(to -> !to.equals("-"))
                .distinct()
                .toList();
        return targets.contains(name) ? List.of() : targets;
    }

    private record Row(List<String> columns, List<String> aliases) {
        static Row read(String line) {
            List<String> cells = List.of(line.split("\\|", -1));
            int columns = COLUMNS.size();
            return new Row(cells.subList(0, columns), List.of(cells.get(columns).split(",", -1)));
        }

        String column(Family family) {
            return columns.get(COLUMNS.indexOf(family));
        }

        String target(Family family) {
            return column(family).replaceFirst("^~", "");
        }

        List<String> names() {
            List<String> names = new ArrayList<>(columns);
            names.addAll(aliases);
            names.removeIf(String::isEmpty);
            return names;
        }
    }
}
