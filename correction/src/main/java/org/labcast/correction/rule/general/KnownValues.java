package org.labcast.correction.rule.general;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;

/**
 * The values that an option or an operand of a tool takes, with the words in which the tool refuses another.
 *
 * @param complaint whose group 1 is the value, where the tool names it
 * @param values by heart; those of {@code directories} come on top
 * @param directories whose entries, without the suffix {@code .xml}, are values too
 */
record KnownValues(Set<String> tools, Pattern complaint, List<String> values, List<String> directories) {
    private static final String SIGNALS =
            "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM CHLD CONT STOP TSTP TTIN TTOU WINCH SIGHUP SIGINT"
                    + " SIGQUIT SIGABRT SIGKILL SIGUSR1 SIGUSR2 SIGPIPE SIGALRM SIGTERM SIGCHLD SIGCONT SIGSTOP SIGTSTP";
    private static final String BLOCK_COLUMNS =
            "ALIGNMENT DISC-ALN DAX DISC-GRAN DISC-MAX DISC-ZERO FSAVAIL FSROOTS FSSIZE FSTYPE FSUSED"
                    + " FSUSE% FSVER GROUP HCTL HOTPLUG KNAME LABEL LOG-SEC MAJ:MIN MIN-IO MODE MODEL NAME OPT-IO OWNER PARTFLAGS PARTLABEL"
                    + " PARTN PARTTYPE PARTTYPENAME PARTUUID PATH PHY-SEC PKNAME PTTYPE PTUUID RA RAND REV RM RO ROTA RQ-SIZE SCHED SERIAL SIZE"
                    + " START STATE SUBSYSTEMS MOUNTPOINT MOUNTPOINTS TRAN TYPE UUID VENDOR WSAME WWN ZONED";
    private static final String MOUNT_COLUMNS =
            "ACTION AVAIL FREQ FSROOT FSTYPE FS-OPTIONS ID LABEL MAJ:MIN OLD-OPTIONS OLD-TARGET OPTIONS"
                    + " OPT-FIELDS PARENT PARTLABEL PARTUUID PASSNO PROPAGATION SIZE SOURCE SOURCES TARGET TID USED USE% UUID VFS-OPTIONS";
    private static final String PS_COLUMNS =
            "%cpu %mem args blocked bsdstart bsdtime c caught cgroup class cls cmd comm command cp cputime"
                    + " cputimes drs egid egroup eip esp etime etimes euid euser exe f fgid fgroup flag fname fuid fuser gid group ignored ipcns"
                    + " label lstart lwp machine maj_flt min_flt mntns netns ni nice nlwp ouid pcpu pending pgid pgrp pid pidns pmem policy ppid"
                    + " pri psr rgid rgroup rss rssize rsz rtprio ruid ruser s sched seat sess session sgid sgroup sid sig size spid stackp"
                    + " start start_time stat state stime suid supgid supgrp suser svgid svuid sz tgid thcount tid time times tname tpgid tt"
                    + " tty ucmd ucomm uid uname unit user userns utsns uunit vsize vsz wchan";
    private static final String IP_OBJECTS =
            "address addrlabel fou ila ioam l2tp link macsec maddress monitor mptcp mroute mrule neighbor"
                    + " neighbour netconf netns nexthop ntable ntbl route rule sr tap tcpmetrics token tunnel tuntap vrf xfrm addr neigh";
    private static final String RESOURCES =
            "pods pod po services service svc deployments deployment deploy nodes node no namespaces"
                    + " namespace ns configmaps configmap cm secrets secret events event ev ingresses ingress ing jobs job cronjobs cronjob cj"
                    + " daemonsets daemonset ds statefulsets statefulset sts replicasets replicaset rs endpoints endpoint ep"
                    + " persistentvolumes persistentvolume pv persistentvolumeclaims persistentvolumeclaim pvc serviceaccounts"
                    + " serviceaccount sa roles role rolebindings rolebinding clusterroles clusterrole clusterrolebindings"
                    + " clusterrolebinding storageclasses storageclass sc networkpolicies networkpolicy netpol limitranges resourcequotas"
                    + " quota horizontalpodautoscalers hpa poddisruptionbudgets pdb all";
    private static final String SSH_OPTIONS =
            "AddKeysToAgent AddressFamily BatchMode BindAddress BindInterface CanonicalDomains CertificateFile"
                    + " CheckHostIP Ciphers ClearAllForwardings Compression ConnectionAttempts ConnectTimeout ControlMaster"
                    + " ControlPath ControlPersist DynamicForward EnableSSHKeysign EscapeChar ExitOnForwardFailure"
                    + " FingerprintHash ForwardAgent ForwardX11 ForwardX11Trusted GatewayPorts GlobalKnownHostsFile"
                    + " GSSAPIAuthentication HashKnownHosts HostbasedAuthentication HostKeyAlgorithms HostKeyAlias HostName"
                    + " IdentitiesOnly IdentityAgent IdentityFile Include IPQoS KbdInteractiveAuthentication KexAlgorithms"
                    + " LocalCommand LocalForward LogLevel MACs NumberOfPasswordPrompts PasswordAuthentication"
                    + " PermitLocalCommand Port PreferredAuthentications ProxyCommand ProxyJump PubkeyAcceptedAlgorithms"
                    + " PubkeyAuthentication RekeyLimit RemoteCommand RemoteForward RequestTTY SendEnv ServerAliveCountMax"
                    + " ServerAliveInterval SetEnv StrictHostKeyChecking SyslogFacility TCPKeepAlive Tunnel UpdateHostKeys"
                    + " User UserKnownHostsFile VerifyHostKeyDNS VisualHostKey XAuthLocation";
    private static final String FILE_SYSTEMS =
            "auto bind btrfs ceph cifs exfat ext2 ext3 ext4 f2fs fuse hfsplus iso9660 nfs nfs4 ntfs ntfs3 overlay proc squashfs sysfs"
                    + " tmpfs udf vfat virtiofs xfs 9p";

    /**
     * Sources: ps(1) of procps 4.0, ssh-keygen(1), nginx(8), getent(1), openssl(1), hostnamectl(1), ip(8), lsblk(8) and findmnt(8) of
     * util-linux 2.38, df(1) of coreutils 9.1, journalctl(1) and systemctl(1) of systemd 252, signal(7), filesystems(5), ssh_config(5),
     * lvs(8), firewall-cmd(1), Kubernetes 1.29.
     */
    static final List<KnownValues> ALL = List.of(
            of("ps", "unknown sort specifier()", PS_COLUMNS),
            of("ps", "unknown user-defined format specifier \"([\\w%]{1,30})\"", PS_COLUMNS),
            of("ps", "improper AIX field descriptor()", PS_COLUMNS),
            of(
                    "ss",
                    "wrong state name: ([\\w-]{1,30})",
                    "established syn-sent syn-recv fin-wait-1 fin-wait-2 time-wait close-wait last-ack listening closing all"
                            + " connected synchronized bucket big"),
            of("ssh-keygen", "unknown key type (\\S{1,30})", "dsa ecdsa ecdsa-sk ed25519 ed25519-sk rsa"),
            of("nginx", "invalid option: \"-s (\\w{1,30})\"", "stop quit reopen reload"),
            of(
                    "getent",
                    "Unknown database: (\\S{1,30})",
                    "ahosts ahostsv4 ahostsv6 aliases ethers group gshadow hosts initgroups netgroup networks passwd protocols rpc"
                            + " services shadow"),
            of(
                    "openssl",
                    "Invalid command '([\\w-]{1,30})'",
                    "asn1parse ca ciphers cms crl dgst dhparam ec ecparam enc genpkey genrsa list passwd pkcs12 pkcs7 pkcs8 pkey"
                            + " pkeyutl prime rand rehash req rsa rsautl s_client s_server sha256 smime speed verify version x509"),
            of(
                    "hostnamectl",
                    "Unknown command verb ([\\w-]{1,30})",
                    "chassis deployment hostname icon-name location set-chassis set-deployment set-hostname set-icon-name"
                            + " set-location status"),
            of(
                    "ip",
                    "Command \"([\\w-]{1,30})\" is unknown",
                    "add append change delete flush get list monitor replace restore save set show"),
            of("ip", "Object \"([\\w-]{1,30})\" is unknown", IP_OBJECTS),
            of(
                    "kubectl oc k3s",
                    "unable to match a printer suitable for the output format \"([\\w-]{1,30})\"",
                    "custom-columns go-template json jsonpath name template wide yaml"),
            of(
                    "top",
                    "unrecognized field name '(%?\\w{1,12})'",
                    "PID PPID UID USER RUSER GROUP TTY PR NI P %CPU TIME TIME+ %MEM VIRT SWAP RES SHR S COMMAND"),
            of("lsblk", "unknown column: ([\\w:%-]{1,30})", BLOCK_COLUMNS),
            of("findmnt", "unknown column: ([\\w:%-]{1,30})", MOUNT_COLUMNS),
            of("swapon", "unknown column: ([\\w:%-]{1,30})", "NAME TYPE SIZE USED PRIO UUID LABEL"),
            of(
                    "lscpu",
                    "unknown column: ([\\w:%-]{1,30})",
                    "BOGOMIPS% CPU CORE SOCKET CLUSTER NODE BOOK DRAWER CACHE POLARIZATION ADDRESS CONFIGURED ONLINE MAXMHZ MINMHZ MHZ"),
            of(
                    "df",
                    "field ['\u2018]([\\w%]{1,30})['\u2019] unknown",
                    "source fstype itotal iused iavail ipcent size used avail pcent file target"),
            of("journalctl", "Unknown log level ([\\w-]{1,30})", "emerg alert crit err warning notice info debug"),
            of(
                    "journalctl",
                    "Unknown output(?: format)? '([\\w-]{1,30})'",
                    "short short-full short-iso short-iso-precise short-precise short-monotonic short-unix verbose export json"
                            + " json-pretty json-sse json-seq cat with-unit"),
            of(
                    "systemctl",
                    "Unknown unit type or load state '([\\w-]{1,30})'",
                    "service mount swap socket target device automount timer path slice scope loaded not-found masked error"),
            of(
                    "kill timeout pkill systemctl",
                    "(?:invalid signal specification|Failed to parse signal string) ?([A-Z0-9]{1,12})",
                    SIGNALS),
            of("kill timeout", "['\u2018 ]([A-Z0-9]{2,12})['\u2019]?: invalid signal", SIGNALS),
            of("mount", "unknown filesystem type '([\\w.-]{1,30})'", FILE_SYSTEMS),
            of("ssh scp sftp ssh-copy-id", "Bad configuration option: (\\w{1,40})", SSH_OPTIONS),
            of("kubectl oc k3s", "the server doesn't have a resource type \"([\\w.-]{1,40})\"", RESOURCES),
            of(
                    "lvs",
                    "Unrecogni[sz]ed field: (\\w{1,40})",
                    "lv_all lv_uuid lv_name lv_full_name lv_path lv_attr lv_layout lv_role lv_active lv_size lv_tags lv_time lv_host origin"
                            + " data_percent metadata_percent copy_percent move_pv mirror_log pool_lv segtype stripes vg_name devices"),
            of(
                    "vgs",
                    "Unrecogni[sz]ed field: (\\w{1,40})",
                    "vg_all vg_fmt vg_uuid vg_name vg_attr vg_size vg_free vg_extent_size vg_extent_count vg_free_count max_lv max_pv"
                            + " pv_count lv_count snap_count vg_seqno vg_tags"),
            of(
                    "pvs",
                    "Unrecogni[sz]ed field: (\\w{1,40})",
                    "pv_all pv_fmt pv_uuid dev_size pv_name pv_attr pv_size pv_free pv_used pv_pe_count pv_tags pe_start vg_name"),
            listed(
                    "firewall-cmd",
                    "INVALID_SERVICE: '?([\\w.-]{1,40}?)'?(?: |$)",
                    "/usr/lib/firewalld/services",
                    "/etc/firewalld/services"),
            listed(
                    "firewall-cmd",
                    "INVALID_ZONE: '?([\\w.-]{1,40}?)'?(?: |$)",
                    "/usr/lib/firewalld/zones",
                    "/etc/firewalld/zones"));

    private static KnownValues of(String tools, String complaint, String values) {
        return new KnownValues(
                Set.of(tools.split(" ")), Pattern.compile(complaint), Arrays.asList(values.split(" ")), List.of());
    }

    private static KnownValues listed(String tool, String complaint, String... directories) {
        return new KnownValues(Set.of(tool), Pattern.compile(complaint), List.of(), List.of(directories));
    }

    /** All of them, on this machine. */
    List<String> here(FailureContext context) {
        Stream<String> listed = directories.stream()
                .flatMap(directory -> context.facts().entries(directory).stream())
                .map(name -> name.replaceFirst("\\.xml$", ""));
        return Stream.concat(values.stream(), listed).distinct().toList();
    }
}
