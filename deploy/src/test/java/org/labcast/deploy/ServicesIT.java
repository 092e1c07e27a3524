package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Services of a tool that leaves traces: found, called and watched, while agents and callers are killed and frozen. */
@NeedsLab
@ExtendWith(InRunningLab.class)
class ServicesIT {
    /** A host is lost after 15 s of silence; the rest is the start of the program and the looks at the time. */
    private static final Duration NOTICED = Duration.ofSeconds(19);

    private static int fakes;

    /** A name of each test's own. */
    private final String fake = "Fake" + fakes++;

    private final Administrator administrator;
    private final AgentHost first;
    private final AgentHost second;

    ServicesIT(RunningLab lab) {
        this.administrator = lab.administrator();
        this.first = lab.host("lab-01");
        this.second = lab.host("lab-02");
    }

    @BeforeAll
    static void bringTool(RunningLab lab) {
        lab.hosts().forEach(FakeTool::bring);
    }

    private void install(String hosts, String... options) {
        assertExit(0, installing(hosts, options));
        await().atMost(Duration.ofSeconds(30)).until(() -> offering("work").equals(List.of(hosts.split(","))));
    }

    private ProgramResult installing(String hosts, String... options) {
        return administrator.install("fake.acme", FakeTool.description(fake), words("--host", hosts, options));
    }

    private static String[] words(String option, String value, String... others) {
        return Stream.concat(Stream.of(option, value), Stream.of(others)).toArray(String[]::new);
    }

    private List<String> offering(String port) {
        return administrator
                .run("services", "browse", "--interface", fake)
                .out()
                .lines()
                .filter(line -> line.startsWith(fake + "." + port + " "))
                .map(line -> line.split(" +")[1])
                .toList();
    }

    private CompletableFuture<ProgramResult> calling(String... words) {
        return CompletableFuture.supplyAsync(() -> call(words));
    }

    private ProgramResult call(String... words) {
        return administrator.run(
                Stream.concat(Stream.of("services", "call"), Stream.of(words)).toArray(String[]::new));
    }

    @Test
    void aServiceIsInstalledCalledWatchedAndRemoved() {
        install("lab-01");
        String evil = "a b; $(id) 'c' \"d\"\nnext";
        ProgramResult said = call(fake + ".say", "text=" + evil);
        assertThat(said).isEqualTo(new ProgramResult(0, evil, ""));
        assertThat(first.effect("said")).isEqualTo(evil);
        assertExit(5, call(fake + ".say", "text=-n"));
        assertExit(3, call(fake + ".say", "text=x", "--host", "lab-02"));
        ProgramResult watched = administrator.run("services", "watch", fake + ".count", "--max", "3");
        assertThat(watched).isEqualTo(new ProgramResult(0, "1\n2\n3\n", ""));
        await().atMost(Duration.ofSeconds(10)).until(() -> !FakeTool.counts(first));
        administrator.must("services", "remove", fake, "--host", "lab-01", "--instant");
        assertExit(3, call(fake + ".say", "text=x"));
        first.restart();
        assertThat(offering("count")).containsExactly("lab-01");
        assertThat(offering("say")).isEmpty();
    }

    @Test
    void onlyWhoIsAllowedCalls() {
        install("lab-01", "--allow-admin", "0123456789ABCDEF0123456789ABCDEF01234567");
        ProgramResult refused = call(fake + ".say", "text=x");
        assertExit(5, refused);
        assertThat(refused.err()).contains("may not call " + fake + ".say");
    }

    @Test
    void aHostCallsWithItsOwnKeyWhatItMay() {
        install("lab-01", "--allow-host", "lab-02");
        ProgramResult allowed = second.machine().run("lab-agent", "call", fake + ".say", "text=from lab-02");
        assertThat(allowed).isEqualTo(new ProgramResult(0, "from lab-02", ""));
    }

    @Test
    void aKilledProviderIsNoticedAndItsCallsRanOnce() {
        install("lab-01");
        CompletableFuture<ProgramResult> once = calling(fake + ".work", "name=call-once", "seconds=60");
        CompletableFuture<ProgramResult> again =
                calling(fake + ".work", "name=call-again", "seconds=1", "--idempotent", "--timeout", "50s");
        first.machine().ask("touch", FakeTool.SLOW);
        first.awaitEffect("call-once", "begun\n");
        first.awaitEffect("call-again", "begun\n");
        first.agent().kill9();
        long killed = System.nanoTime();
        assertExit(0, installing("lab-02"));
        ProgramResult lost = once.join();
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(NOTICED);
        assertExit(6, lost);
        assertThat(lost.err()).contains("lab-01 has said nothing for 15 s");
        assertThat(again.join()).isEqualTo(new ProgramResult(0, "lab-02\n", ""));
        first.machine().ask("rm", FakeTool.SLOW);
        first.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> offering("work").equals(List.of("lab-01", "lab-02")));
        assertThat(first.effect("call-once")).isEqualTo("begun\n");
        assertThat(second.effect("call-once")).isEmpty();
        assertThat(second.effect("call-again")).isEqualTo("begun\n");
    }

    @Test
    void whoIsFreeDoesTheCallsOfTheOneThatIsSlow() {
        install("lab-01,lab-02");
        first.machine().ask("touch", FakeTool.SLOW);
        List<CompletableFuture<ProgramResult>> calls = Stream.generate(
                        () -> calling(fake + ".work", "name=call-shared", "seconds=0"))
                .limit(8)
                .toList();
        assertThat(calls).allSatisfy(call -> assertExit(0, call.join()));
        first.machine().ask("rm", FakeTool.SLOW);
        long ofFirst = first.effect("call-shared").lines().count();
        long ofSecond = second.effect("call-shared").lines().count();
        assertThat(ofFirst + ofSecond).isEqualTo(8);
        assertThat(ofSecond).isGreaterThanOrEqualTo(ofFirst);
    }

    @Test
    void aFrozenAgentIsLostAndComesBack() {
        install("lab-01");
        CompletableFuture<ProgramResult> call = calling(fake + ".work", "name=call-frozen", "seconds=45");
        first.awaitEffect("call-frozen", "begun\n");
        first.machine().freeze();
        long frozen = System.nanoTime();
        assertExit(6, call.join());
        Duration noticed = Duration.ofNanos(System.nanoTime() - frozen);
        assertThat(noticed).isLessThan(NOTICED);
        await().atMost(Duration.ofSeconds(30)).until(() -> offering("work").isEmpty());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> System.nanoTime() - frozen > Duration.ofSeconds(20).toNanos());
        first.machine().thaw();
        await().atMost(Duration.ofSeconds(60)).until(() -> offering("work").equals(List.of("lab-01")));
        assertThat(call(fake + ".say", "text=back").out()).isEqualTo("back");
        assertThat(first.effect("call-frozen")).isEqualTo("begun\n");
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        first.machine().run("pgrep", "-f", "fake-tool work").exit() != 0);
    }

    @Test
    void aKilledReaderEndsTheToolThatWaitsForIt() throws IOException {
        install("lab-02");
        Process reader = administrator.start("services", "watch", fake + ".count");
        try {
            assertThat(reader.inputReader().readLine()).isEqualTo("1");
            assertThat(FakeTool.counts(second)).isTrue();
        } finally {
            reader.destroyForcibly();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> !FakeTool.counts(second));
    }

    @Test
    void anInterruptedReaderEndsTheToolAtOnce() throws IOException {
        install("lab-02");
        Process reader = administrator.start("services", "watch", fake + ".count");
        try {
            assertThat(reader.inputReader().readLine()).isEqualTo("1");
            reader.destroy();
            await().atMost(Duration.ofSeconds(5)).until(() -> !FakeTool.counts(second));
        } finally {
            reader.destroyForcibly();
        }
    }

    private static void assertExit(int code, ProgramResult result) {
        assertThat(result.exit()).as(result.toString()).isEqualTo(code);
    }
}
