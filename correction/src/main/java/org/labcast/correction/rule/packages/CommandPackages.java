package org.labcast.correction.rule.packages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Common commands and the Debian packages that have them; a command alone is in a package of its own name. Source: packages.debian.org. */
final class CommandPackages {
    private static final Map<String, String> DEBIAN = Arrays.stream("""
            ab=apache2-utils htpasswd=apache2-utils add-apt-repository=software-properties-common ag=silversearcher-ag ansible
            ansible-playbook=ansible ant apt-file arp=net-tools arping atop autoconf automake aws=awscli bc bison brctl=bridge-utils
            bzip2 c++=g++ cargo cc=gcc chronyc=chrony clang cmake colordiff composer convert=imagemagick cowsay crontab=cron curl
            debootstrap dialog dig=dnsutils docker=docker.io docker-compose dos2unix dot=graphviz envsubst=gettext-base ethtool
            etherwake expect ffmpeg file fio flex fping gawk g++ gcc gdb gem=ruby genisoimage getfacl=acl gfortran git glances go=golang-go
            gpg=gnupg gs=ghostscript host=bind9-host htop identify=imagemagick ifconfig=net-tools iftop inxi iostat=sysstat
            iotop ipcalc iperf iperf3 ipmitool iscsiadm=open-iscsi java=default-jre javac=default-jdk jq killall=psmisc ldapsearch=ldap-utils
            less locate=plocate lscpu=util-linux lshw lsb_release=lsb-release lsof lspci=pciutils lsscsi lsusb=usbutils ltrace lynx lz4
            mail=mailutils make=build-essential man=man-db mc mkpasswd=whois mogrify=imagemagick mount.cifs=cifs-utils mount.nfs=nfs-common
            mpstat=sysstat msgfmt=gettext mtr=mtr-tiny mvn=maven mysql=default-mysql-client mysqldump=default-mysql-client nano nc=netcat-openbsd
            ncat ncdu nethogs netstat=net-tools ninja=ninja-build nmap node=nodejs npm nslookup=dnsutils nsupdate=dnsutils ntpdate pandoc
            parallel patch pdftotext=poppler-utils php=php-cli pidstat=sysstat ping=iputils-ping pip=python3-pip pip3=python3-pip pkg-config
            podman psql=postgresql-client pstree=psmisc pv python3 qemu-img=qemu-utils redis-cli=redis-tools rg=ripgrep route=net-tools rsync
            ruby rustc sar=sysstat scp=openssh-client screen sensors=lm-sensors setfacl=acl sftp=openssh-client shellcheck showmount=nfs-common
            smartctl=smartmontools smbclient snmpwalk=snmp snmpget=snmp socat sqlite3 ssh=openssh-client ssh-copy-id=openssh-client
            sshpass strace svn=subversion sysbench tcpdump telnet tig time tmux traceroute tree tshark unzip uuidgen=uuid-runtime valgrind
            vim virsh=libvirt-clients virt-install=virtinst w3m wget whois xmllint=libxml2-utils xorriso xsltproc xz=xz-utils yq zip zsh
            zstd 7z=p7zip-full 7za=p7zip-full ebtables=ebtables stress stress-ng=stress-ng dmidecode hwinfo mosh=mosh ngrep numactl
            """.strip().split("\\s+"))
            .map(entry -> entry.split("="))
            .collect(Collectors.toMap(entry -> entry[0], entry -> entry[entry.length - 1]));

    /** Their packages start services, or put others out of work, which nobody asked for by calling the command. */
    private static final Set<String> SERVING = Set.of(
            "chronyc",
            "crontab",
            "docker",
            "docker-compose",
            "iscsiadm",
            "locate",
            "mail",
            "mount.nfs",
            "showmount",
            "smartctl",
            "sensors");

    private CommandPackages() {}

    /** Whether installing the package does more to the machine than bringing the command. */
    static boolean bringsService(String command) {
        return SERVING.contains(command);
    }

    /** The package of a family's distributions that brings the command, when it is certain. */
    static Optional<String> of(Family family, String command) {
        return Optional.ofNullable(DEBIAN.get(command)).map(debian -> {
            List<String> here = PackageNames.here(family, debian, Family.APT);
            return here.size() == 1 ? here.get(0) : debian;
        });
    }
}
