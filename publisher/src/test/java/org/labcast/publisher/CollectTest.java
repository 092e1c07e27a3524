package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.Realm;
import org.labcast.model.Secret;
import org.labcast.model.order.Job;
import org.labcast.model.result.Alert;
import org.labcast.model.result.Refusal;
import org.labcast.model.result.Result;
import org.labcast.publisher.Desk.Said;
import org.labcast.publisher.HostSide.Taken;
import org.labcast.publisher.store.RefusedAnswer;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;

/** What hosts send is believed only from whom it is, and nothing true is lost. */
class CollectTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void start() {
        desk = Desk.withBroker(folder);
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
    }

    @Test
    void aWrongTokenAnotherRealmAndAnotherHostsNameDoNotEnrol() {
        HostSide host = desk.invited("lab-01");
        HostSide other = desk.invited("lab-02");
        host.enrol(Secret.random(), host.key);
        host.enrol(other.invitation.token(), host.key);
        Said said = desk.run("hosts");
        assertThat(said.exit()).isZero();
        assertThat(enrolled("lab-01")).isFalse();
        host.enrol();
        desk.run("hosts");
        assertThat(enrolled("lab-01")).isTrue();
        assertThat(enrolled("lab-02")).isFalse();
    }

    @Test
    void theFirstKeyStaysWhenATokenIsUsedTwice() {
        HostSide host = desk.joined("lab-01");
        desk.run("hosts");
        host.enrol(host.invitation.token(), HostSide.newKey());
        host.enrol();
        host.succeeding();
        assertThat(desk.run("push", desk.tasks("uptime")).exit()).isZero();
    }

    @Test
    void aSecondCopyOfAResultChangesNothing() {
        HostSide host = desk.joined("lab-01");
        host.doing(taken -> {
            host.answer(HostSide.job(taken), 1, HostSide.done((Job) taken.order(), 0));
            host.answer(HostSide.job(taken), 1, HostSide.done((Job) taken.order(), 0));
        });
        assertThat(desk.run("push", desk.tasks("uptime")).exit()).isZero();
        assertThat(desk.run("report").exit()).isZero();
    }

    @Test
    void anAnswerSignedByAnotherHostIsFive() {
        HostSide honest = desk.joined("lab-01");
        HostSide forger = desk.joined("lab-02");
        Taken<Job> job = pushed(honest, "--host", "lab-01");
        Result forged = honest.result(job.order().id(), job.digest(), 1, HostSide.done(job.order(), 0));
        forger.post(Addresses.results(forger.invitation.publisher()), Codec.write(forged), forger.key);
        assertRefused("lab-01");
    }

    @Test
    void whatAHostSaysIsBelievedWhateverItsClock() {
        HostSide host = desk.invited("lab-01").withClock(Duration.ofHours(3));
        host.enrol();
        host.appear(Map.of());
        host.succeeding();
        assertThat(desk.run("push", desk.tasks("uptime")).exit()).isZero();
        assertThat(desk.run("hosts").out()).contains("clock +3 h");

        host.withClock(Duration.ZERO).appear(Map.of());
        assertThat(desk.run("hosts").out()).doesNotContain("clock");
        assertThat(desk.run("report").out()).doesNotContain("refused");
    }

    @Test
    void aHostWhoseClockIsDaysBehindIsHeardWhenItRefusesAJobOfTheFuture() {
        HostSide host = desk.joined("lab-01");
        Taken<Job> job = pushed(host);
        Alert alert = new Alert(
                host.invitation.realm(),
                host.invitation.host(),
                OrderId.random(),
                Instant.now().minus(Duration.ofDays(3)),
                Refusal.NOT_YET_VALID,
                "compare the clocks",
                job.digest());
        host.post(Addresses.results(host.invitation.publisher()), Codec.write(alert), host.key);

        Said said = desk.run("report");
        assertThat(said.out()).contains("lab-01: refused: not yet valid: compare the clocks");
        assertThat(said.exit()).isEqualTo(2);
    }

    @Test
    void anAnswerFromAHostThatWasNotAskedIsFive() {
        HostSide asked = desk.joined("lab-01");
        HostSide unasked = desk.joined("lab-02");
        Taken<Job> job = pushed(asked, "--host", "lab-01");
        unasked.answer(job, 1, HostSide.done(job.order(), 0));
        assertRefused("not for host lab-02");
    }

    @Test
    void anAnswerToOtherBytesIsFive() {
        HostSide host = desk.joined("lab-01");
        Taken<Job> job = pushed(host);
        host.answer(new Taken<>(job.order(), "0".repeat(64), ""), 1, HostSide.done(job.order(), 0));
        assertRefused("other content");
    }

    @Test
    void anAnswerOfAnotherRealmIsFive() {
        HostSide host = desk.joined("lab-01");
        Taken<Job> job = pushed(host);
        Result other = new Result(
                new Realm("elsewhere"),
                job.order().id(),
                job.digest(),
                new HostName("lab-01"),
                1,
                java.time.Instant.now(),
                HostSide.done(job.order(), 0));
        host.send(other, job.order().header().replyTo());
        assertRefused("realm elsewhere");
    }

    @Test
    void anAnswerFromAnUnknownHostIsFive() {
        HostSide host = desk.joined("lab-01");
        Taken<Job> job = pushed(host);
        SecretKey stranger = HostSide.newKey();
        Result strange = new Result(
                host.invitation.realm(),
                job.order().id(),
                job.digest(),
                new HostName("lab-99"),
                1,
                java.time.Instant.now(),
                HostSide.done(job.order(), 0));
        host.post(Addresses.results(host.invitation.publisher()), Codec.write(strange), stranger);
        assertRefused("not enrolled");
    }

    @Test
    void garbageDoesNotStopTheCollecting() {
        HostSide host = desk.joined("lab-01");
        Taken<Job> job = pushed(host);
        host.post(Addresses.results(host.invitation.publisher()), Bytes.utf8("garbage"), host.key);
        host.post(Addresses.enrolments(host.invitation.publisher()), Bytes.utf8("{}"), host.key);
        host.answer(job, 1, HostSide.done(job.order(), 0));
        Said said = desk.run("report");
        assertThat(said.exit()).as(said.out()).isZero();
    }

    /** What arrives while push waits comes by two queues, in whatever order. */
    @Test
    void anAnswerThatOvertakesItsEnrolmentIsBelieved() {
        HostSide host = desk.invited("lab-01");
        host.doing(taken -> {
            host.answer(HostSide.job(taken), 1, HostSide.done((Job) taken.order(), 0));
            host.enrol();
        });
        assertThat(desk.run("push", desk.tasks("uptime"), "--wait", "20s").exit())
                .isZero();
    }

    @Test
    void aHostIsToldWhatHasCome() {
        HostSide host = desk.joined("lab-01");
        Taken<Job> job = pushed(host);
        host.answer(job, 1, HostSide.done(job.order(), 0));
        host.answer(job, 3, List.of());
        desk.run("report");

        host.waiting();
        assertThat(host.held(job.order())).containsExactly(1L, 3L);
    }

    /** The answer comes first, and whoever collects does not wait for the enrolment. */
    @Test
    void anAnswerBeforeTheEnrolmentCountsAfterwards() {
        HostSide host = desk.invited("lab-01");
        desk.joined("lab-02").succeeding();
        desk.run("hosts");
        assertThat(desk.run("push", desk.tasks("uptime"), "--host", "lab-[01-02]", "--wait", "0s")
                        .exit())
                .isEqualTo(4);
        Taken<Job> job = host.jobs().get(0);
        host.answer(job, 1, HostSide.done(job.order(), 0));
        assertThat(desk.run("report").out()).contains("not enrolled");
        host.waiting();
        assertThat(host.held(job.order())).isEmpty();
        Said again = desk.run("reissue", "last", "--missing", "--wait", "0s");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("lab-01 has taken").contains("--twice");

        host.enrol();
        Said said = desk.run("report");
        assertThat(said.exit()).as(said.out()).isZero();
        host.waiting();
        assertThat(host.held(job.order())).containsExactly(1L);
    }

    /** A machine that was set up anew with its old invitation has another key, which nobody vouches for. */
    @Test
    void anAnswerByAKeyThatIsVouchedForLaterCounts() {
        HostSide host = desk.joined("lab-01");
        Taken<Job> job = pushed(host);
        host.close();
        HostSide anew = desk.host("lab-01");
        anew.enrol();
        anew.answer(job, 1, HostSide.done(job.order(), 0));
        assertThat(desk.run("report").exit()).isEqualTo(5);
        anew.close();

        desk.run("invite", "lab-01", "--again");
        HostSide invited = desk.host("lab-01", anew.key);
        invited.enrol();
        Said said = desk.run("report");
        assertThat(said.exit()).as(said.out()).isZero();
    }

    /** On another machine, or in another folder: whoever drains the queue there has not been asked. */
    @Test
    void aCopyOfAHomeGivesNoReceiptsForItsOriginal() throws Exception {
        HostSide host = desk.joined("lab-01");
        Taken<Job> job = pushed(host);
        host.answer(job, 1, HostSide.done(job.order(), 0));
        Path copy = folder.resolve("copy");
        copy(desk.home.folder(), copy);
        assertThat(desk.run("report", "--home", copy.toString()).err()).contains("copied or moved");
        host.waiting();
        assertThat(host.held(job.order())).isEmpty();

        assertThat(desk.run("report").exit()).isEqualTo(4);
        host.answer(job, 1, HostSide.done(job.order(), 0));
        assertThat(desk.run("report").exit()).isZero();
        host.waiting();
        assertThat(host.held(job.order())).containsExactly(1L);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(file -> !file.startsWith(from.resolve("broker")))
                    .toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void copyWithoutStore(Path from, Path to) throws IOException {
        copy(from, to);
        Files.delete(to.resolve("store.db"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, 3})
    void aPublisherWhoseClockIsWrongLosesNothing(long hours) {
        HostSide host = desk.joined("lab-01");
        desk.run("hosts");
        Taken<Job> job = pushed(host);
        host.answer(job, 1, HostSide.done(job.order(), 0));
        try (Wiring wiring = new Wiring(desk.home, Clock.offset(Clock.systemUTC(), Duration.ofHours(hours)))) {
            wiring.collector().drain();
        }

        assertThat(desk.run("report").exit()).isZero();
        host.waiting();
        assertThat(host.receiptsFor(job.order())).isEqualTo(1);
    }

    /** Two homes of one administrator, each with a store of its own, share a queue. */
    @Test
    void anotherHomesResultsAreToldOf() throws Exception {
        HostSide host = desk.joined("lab-01");
        desk.run("hosts");
        Path other = folder.resolve("other");
        copy(desk.home.folder(), other);
        Taken<Job> job = pushed(host);
        host.answer(job, 1, HostSide.done(job.order(), 0));

        assertThat(desk.run("jobs", "--home", other.toString()).err()).contains("1 result came here");
        host.waiting();
        assertThat(host.receiptsFor(job.order())).isZero();
    }

    /** Two folders of one administrator that have never been one home. */
    @Test
    void homesOfOneAdministratorDoNotTakeEachOthersAnswers() throws Exception {
        HostSide host = desk.joined("lab-01");
        Path other = folder.resolve("other");
        copyWithoutStore(desk.home.folder(), other);
        desk.run("hosts", "--home", other.toString());
        Taken<Job> job = pushed(host);
        host.answer(job, 1, HostSide.done(job.order(), 0));

        assertThat(desk.run("jobs", "--home", other.toString()).err()).isEmpty();
        assertThat(desk.run("report").exit()).isZero();
        host.waiting();
        assertThat(host.held(job.order())).containsExactly(1L);
        assertThat(desk.run("home").out()).contains("Other home: ").contains(other.toString());
    }

    @Test
    void anEnrolmentReachesTheHomeThatInvited() throws Exception {
        desk.run("hosts");
        Path other = folder.resolve("other");
        copyWithoutStore(desk.home.folder(), other);
        desk.run("hosts", "--home", other.toString());
        HostSide host = desk.invited("lab-01");
        host.enrol();

        desk.run("hosts", "--home", other.toString());
        assertThat(desk.run("hosts").out()).contains("lab-01").doesNotContain("invited");
    }

    /** As a snapshot of a virtual machine does: same machine id, same folder. */
    @Test
    void aCopyInTheSamePlaceIsToldAndSeparated() throws Exception {
        HostSide host = desk.joined("lab-01");
        desk.run("hosts");
        Files.copy(desk.home.store(), folder.resolve("clone.db"));
        minutesLater();
        assertThat(desk.run("jobs").err()).isEmpty();

        otherStore();
        assertThat(desk.run("hosts").err())
                .contains("A copy of this home is in use")
                .contains(desk.home.folder().toString())
                .contains("publisher home --new-id");
        otherStore();
        Taken<Job> first = pushed(host);
        assertThat(desk.run("report").err()).contains("A copy of this home is in use");

        otherStore();
        assertThat(desk.run("home", "--new-id").exit()).isZero();
        Taken<Job> second = pushed(host);
        host.answer(first, 1, HostSide.done(first.order(), 0));
        host.answer(second, 1, HostSide.done(second.order(), 0));
        assertThat(second.order().header().epoch())
                .isGreaterThan(first.order().header().epoch());
        Said separated = desk.run("report");
        assertThat(separated.exit()).isZero();
        assertThat(separated.err()).isEmpty();

        otherStore();
        Said original = desk.run("report");
        assertThat(original.exit()).isZero();
        assertThat(original.err()).isEmpty();
        host.waiting();
        assertThat(host.held(first.order())).containsExactly(1L);
        assertThat(host.held(second.order())).containsExactly(1L);
    }

    /** So long that a new mark is left. */
    private void minutesLater() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
        try (Wiring wiring = new Wiring(desk.home, later)) {
            wiring.collector().drain();
        }
    }

    /** From now on the commands are those of the other copy. */
    private void otherStore() throws IOException {
        Path clone = folder.resolve("clone.db");
        Path aside = folder.resolve("aside.db");
        Files.move(desk.home.store(), aside);
        Files.move(clone, desk.home.store());
        Files.move(aside, clone);
    }

    @Test
    void theQueuesOfAHomeThatIsNotUsedCanBeRemoved() throws Exception {
        desk.run("hosts");
        Path other = folder.resolve("other");
        copyWithoutStore(desk.home.folder(), other);
        String id = desk.run("home", "--home", other.toString()).out().split("\\s+")[2];

        assertThat(desk.run("home", "--forget", id).exit()).isZero();
        assertThat(desk.run("home").out()).doesNotContain(id);
        assertThat(desk.run("home", "--forget", id).err()).contains("knows no home " + id);
        assertThat(desk.run("jobs", "--home", other.toString()).err()).isEmpty();
    }

    /** Thousands of them take one row. */
    @Test
    void junkIsCounted() {
        HostSide host = desk.joined("lab-01");
        Taken<Job> job = pushed(host);
        for (int i = 0; i < 300; i++) {
            host.post(Addresses.results(host.invitation.publisher()), Bytes.utf8("garbage"), host.key);
        }
        host.answer(job, 1, HostSide.done(job.order(), 0));
        assertThat(desk.run("report").exit()).isZero();
        try (Wiring wiring = Wiring.of(desk.home)) {
            assertThat(wiring.store().alerts().refusedSince(Instant.EPOCH))
                    .singleElement()
                    .extracting(RefusedAnswer::times)
                    .isEqualTo(300L);
        }
    }

    @Test
    void aRemovedHostIsOutForGood() {
        HostSide host = desk.joined("lab-01");
        desk.joined("lab-02");
        desk.run("hosts");
        assertThat(desk.run("hosts", "--remove", "lab-01").exit()).isZero();
        assertThat(desk.run("hosts").out()).doesNotContain("lab-01").contains("lab-02");
        assertThat(desk.run("push", desk.tasks("uptime"), "--host", "lab-01").exit())
                .isEqualTo(3);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new HostSide(host.invitation, host.key, folder))
                .isInstanceOf(org.labcast.transport.jms.BusException.class);
        assertThat(desk.run("hosts", "--remove", "lab-77").exit()).isEqualTo(3);
    }

    /** The directory is a queue of the broker, and the broker is not trusted. */
    @Test
    void aRecordOfARemovedHostThatIsShownAgainDoesNotBringItBack() {
        desk.joined("lab-01");
        desk.run("hosts");
        SignedMessage record;
        try (Wiring wiring = Wiring.of(desk.home)) {
            record =
                    new Browser(wiring.connection()).browse(Addresses.DIRECTORY).get(0);
        }
        desk.run("hosts", "--remove", "lab-01");
        try (Wiring wiring = Wiring.of(desk.home);
                DurableSender sender = new DurableSender(wiring.connection())) {
            sender.post(
                    List.of(OutboundMessage.toQueue(Addresses.DIRECTORY, record).replacing("lab-01")));
        }

        assertThat(desk.run("hosts").out()).doesNotContain("lab-01");
        assertThat(enrolled("lab-01")).isFalse();
    }

    @Test
    void anInvitationEnds() {
        assertThat(desk.run("invite", "lab-01", "--valid", "0s").exit()).isZero();
        desk.host("lab-01").enrol();

        assertThat(desk.run("hosts").out()).contains("invitation expired");
        assertThat(enrolled("lab-01")).isFalse();
    }

    @Test
    void whoInvitesAHostThatIsOnIsToldThatItIsCutOff() {
        HostSide host = desk.joined("lab-01");
        desk.run("hosts");
        host.appear(Map.of());

        Said declined = desk.answering("n\n", "invite", "lab-01", "--again");
        assertThat(declined.exit()).isEqualTo(1);
        assertThat(declined.err()).contains("lab-01 is on", "cut off", "nobody was invited");
        Said scripted = desk.run("invite", "lab-01", "--again");
        assertThat(scripted.exit()).isZero();
        assertThat(scripted.err()).contains("lab-01 is on");
    }

    /** Its presence stays on the broker for a while. */
    @Test
    void theListOfHostsIsSilentAboutARemovedHost() {
        HostSide host = desk.joined("lab-01");
        desk.run("hosts");
        host.appear(Map.of());
        desk.run("hosts", "--remove", "lab-01");

        assertThat(desk.run("hosts").err()).doesNotContain("WARN", "not believed");
    }

    @Test
    void aHostThatHasJoinedIsNotInvitedByMistake() {
        HostSide first = desk.joined("lab-01");
        Said said = desk.run("invite", "lab-[01-02]");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("lab-01 joined already");
        assertThat(desk.run("invite", "lab-[01-02]", "--again").exit()).isZero();
        first.close();
        HostSide again = desk.host("lab-01");
        again.enrol();
        again.succeeding();
        assertThat(desk.run("push", desk.tasks("uptime"), "--host", "lab-01").exit())
                .isZero();
    }

    private boolean enrolled(String host) {
        try (Wiring wiring = Wiring.of(desk.home)) {
            return wiring.store().hosts().enrolled(new HostName(host)).isPresent();
        }
    }

    private Taken<Job> pushed(HostSide host, String... target) {
        List<String> words = new java.util.ArrayList<>(List.of("push", desk.tasks("uptime"), "--wait", "0s"));
        words.addAll(List.of(target));
        assertThat(desk.run(words.toArray(String[]::new)).exit()).isEqualTo(4);
        return host.jobs().get(0);
    }

    private void assertRefused(String why) {
        Said said = desk.run("report");
        assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(5);
        assertThat(said.out()).contains(why);
    }
}
