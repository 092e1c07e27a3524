package org.labcast.deploy;

/** A tool that leaves traces, and its description: {@code Fakes.say}, {@code Fakes.work} and {@code FakeStreams.count}. */
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

    static final String DESCRIPTION = """
            Component Fake = {
              Property Component-Type = "Call Return";
              Port say = { Properties {
                Port-Type = "callee"; Interface = "Fakes"; Signature = "String text";
                Return = "String getOutputStream(aprocess)"; Cmd = "fake-tool say text"; Path = "/usr/local/bin/fake-tool"
              } };
              Port work = { Properties {
                Port-Type = "callee"; Interface = "Fakes"; Signature = "String name, int seconds";
                Return = "String getOutputStream(aprocess)"; Cmd = "fake-tool work name seconds";
                Path = "/usr/local/bin/fake-tool"; Slots = "2"
              } };
            };
            Component FakeStream = {
              Property Component-Type = "Communicating Process";
              Port count = { Properties {
                Port-Type = "process"; Interface = "FakeStreams"; Cmd = "fake-tool count"; Path = "/usr/local/bin/fake-tool";
                Post = "sendOutPutStream(aprocess)"
              } };
            };
            """;

    private FakeTool() {}

    static void bring(AgentHost host) {
        host.machine().write(PATH, SCRIPT);
        host.machine().ask("chmod", "755", PATH);
    }

    /** Whether the tool of {@code FakeStreams.count} runs there. */
    static boolean counts(AgentHost host) {
        return host.machine().run("sh", "-c", "kill -0 $(cat /tmp/counting)").exit() == 0;
    }
}
