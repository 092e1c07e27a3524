package org.labcast.deploy;

/** A tool that leaves traces, and its description: the ports {@code say}, {@code work} and {@code count} of an interface. */
final class FakeTool {
    private static final String PATH = "/usr/local/bin/fake-tool";

    /** Only on this host does its work take longer. */
    static final String SLOW = "/tmp/fake-slow";

    private static final String SCRIPT = """
            #!/bin/sh
            case $1 in
                say) printf '%s' "$2" | tee /tmp/said ;;
                work) echo begun >>"/tmp/$2"; [ ! -e /tmp/fake-slow ] || sleep 3; sleep "$3"; hostname ;;
                count) echo $$ >/tmp/counting; exec seq 1000000000 ;;
            esac
            """;

    private static final String DESCRIPTION = """
            Component NAME = {
              Property Component-Type = "Call Return";
              Port say = { Properties {
                Port-Type = "callee"; Interface = "NAME"; Signature = "String text";
                Return = "String getOutputStream(aprocess)"; Cmd = "fake-tool say text"; Path = "/usr/local/bin/fake-tool"
              } };
              Port work = { Properties {
                Port-Type = "callee"; Interface = "NAME"; Signature = "String name, int seconds";
                Return = "String getOutputStream(aprocess)"; Cmd = "fake-tool work name seconds";
                Path = "/usr/local/bin/fake-tool"; Slots = "2"
              } };
            };
            Component NAMEStream = {
              Property Component-Type = "Communicating Process";
              Port count = { Properties {
                Port-Type = "process"; Interface = "NAME"; Cmd = "fake-tool count"; Path = "/usr/local/bin/fake-tool";
                Post = "sendOutPutStream(aprocess)"
              } };
            };
            """;

    private FakeTool() {}

    /** @param name of the interface, and what the names of its components begin with */
    static String description(String name) {
        return DESCRIPTION.replace("NAME", name);
    }

    static void bring(AgentHost host) {
        host.machine().write(PATH, SCRIPT);
        host.machine().ask("chmod", "755", PATH);
    }

    /** Whether the tool of the port {@code count} runs there. */
    static boolean counts(AgentHost host) {
        return host.machine().run("sh", "-c", "kill -0 $(cat /tmp/counting)").exit() == 0;
    }
}
