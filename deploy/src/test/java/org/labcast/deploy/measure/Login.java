package org.labcast.deploy.measure;

import java.util.Map;

/** Who runs a command there, and where. */
record Login(String user, String folder) {
    static Login of(Mistake mistake) {
        return new Login(mistake.user(), mistake.cwd().replaceFirst("^~", home(mistake.user())));
    }

    private static String home(String user) {
        return user.equals("root") ? "/root" : "/home/" + user;
    }

    /** As login(1) on Debian makes it: only root finds the programs in sbin. */
    Map<String, String> environment() {
        String path = user.equals("root")
                ? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
                : "/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games";
        return Map.of(
                "PATH",
                path,
                "HOME",
                home(user),
                "USER",
                user,
                "LOGNAME",
                user,
                "LANG",
                "C.UTF-8",
                "DEBIAN_FRONTEND",
                "noninteractive");
    }
}
