package org.labcast.publisher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.Secret;
import org.labcast.model.order.Target;
import org.labcast.publisher.store.Invitations.Invited;
import org.labcast.publisher.taskfile.TaskSource;

class StoreTest {
    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() {
        lab = new TestLab(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private Store reopened() {
        return Store.open(folder.resolve("store.db"), lab);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("store.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void epochStaysAndSequenceGoesOnAfterReopening() {
        assertThat(lab.store.orders().nextSequence(TestLab.ADMIN)).isEqualTo(1);
        lab.pass(java.time.Duration.ofDays(1));
        try (Store again = reopened()) {
            assertThat(again.orders().epoch()).isEqualTo(TestLab.START.getEpochSecond());
            assertThat(again.orders().nextSequence(TestLab.ADMIN)).isEqualTo(2);
        }
    }

    @Test
    void twoProcessesNeverGetTheSameSequence() throws Exception {
        Set<Long> taken = new ConcurrentSkipListSet<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Void> work = () -> {
            try (Store own = reopened()) {
                for (int i = 0; i < 25; i++) {
                    assertThat(taken.add(own.orders().nextSequence(TestLab.ADMIN)))
                            .isTrue();
                }
            }
            return null;
        };
        for (var done : threads.invokeAll(List.of(work, work, work, work))) {
            done.get();
        }
        threads.shutdown();
        assertThat(taken).hasSize(100);
    }

    @Test
    void versionTellsOfOwnAndOthersChanges() {
        long first = lab.store.version();
        assertThat(lab.store.version()).isEqualTo(first);
        lab.enrol("lab-01");
        long second = lab.store.version();
        assertThat(second).isNotEqualTo(first);
        try (Store other = reopened()) {
            other.orders().nextSequence(TestLab.ADMIN);
        }
        assertThat(lab.store.version()).isNotEqualTo(second);
    }

    @Test
    void aStoreFromBeforeTaskFilesWereKeptIsBroughtUpToDate() {
        StoredJob old = lab.push(new Target.All(), "lab-01", "date");
        try (Database database = Database.open(folder.resolve("store.db"))) {
            List<String> tables = List.of(
                    "home",
                    "home_id",
                    "home_mark",
                    "home_copy",
                    "quarantine",
                    "refused",
                    "totals",
                    "instance",
                    "source");
            for (String later : tables) {
                database.script("DROP TABLE " + later);
            }
            database.script("DROP INDEX result_by_host");
            database.script("CREATE TABLE progress (order_id TEXT)");
            database.script("CREATE TABLE refused_answer (order_id TEXT, host TEXT, reason TEXT, at INTEGER)");
            database.script("INSERT INTO refused_answer VALUES ('', 'x', 'junk', 5), ('', 'x', 'junk', 7)");
            database.script("DROP TABLE withdrawn");
            database.script("ALTER TABLE invitation DROP COLUMN expires");
            database.script("INSERT INTO invitation (host, token, groups) VALUES ('lab-07', 'token', '')");
            database.script("PRAGMA user_version = 1");
        }
        try (Store again = reopened()) {
            assertThat(again.alerts().refusedSince(Instant.EPOCH))
                    .containsExactly(new RefusedAnswer(Optional.empty(), "x", "junk", 2, Instant.ofEpochMilli(7)));
            assertThat(again.homes().id()).isEqualTo(again.homes().id());
            assertThat(again.jobs().source(old.job().id())).isEmpty();
            TaskSource source = new TaskSource("/srv/tasks.txt", Bytes.utf8("\uFEFFdate\r\n"));
            again.orders().keep(old.job().id(), source);
            assertThat(again.jobs().source(old.job().id())).contains(source);
            assertThat(again.invitations()
                            .find(new HostName("lab-07"))
                            .orElseThrow()
                            .expires())
                    .isEmpty();
        }
    }

    @Test
    void newerStoreIsRefused() {
        try (Database database = Database.open(folder.resolve("store.db"))) {
            database.script("PRAGMA user_version = 99");
        }
        assertThatThrownBy(this::reopened)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer Labcast (schema 99");
    }

    @Test
    void damagedFileAndMissingFolderAreNamed() throws IOException {
        Path bad = folder.resolve("bad.db");
        Files.writeString(
                bad, "this is no database at all, but long enough to be read as the header of one".repeat(20));
        assertThatThrownBy(() -> Store.open(bad, lab))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("bad.db is damaged");
        assertThatThrownBy(() -> Store.open(folder.resolve("none/store.db"), lab))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("check that its folder exists");
    }

    @Test
    void fullDiskStoresNothingByHalves() {
        try (Database database = Database.open(folder.resolve("store.db"))) {
            long pages = database.number("PRAGMA page_count");
            database.number("PRAGMA max_page_count = " + pages);
            assertThatThrownBy(() -> database.write(() -> {
                        database.update("INSERT INTO sequence VALUES ('x', 1)");
                        return database.update(
                                "INSERT INTO presence VALUES ('h', 1, 1, ?)", (Object) new byte[1_000_000]);
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("disk is full");
            assertThat(database.number("SELECT count(*) FROM sequence")).isZero();
        }
    }

    @Test
    void jobIsFoundByIdPrefixAndLast() {
        StoredJob first = lab.push(new Target.All(), "lab-[01-02]", "date");
        StoredJob second = lab.push(new Target.All(), "lab-01", "who");
        Jobs jobs = lab.store.jobs();
        assertThat(jobs.find("last")).isEqualTo(second);
        assertThat(jobs.find(first.job().id())).isEqualTo(first);
        assertThat(jobs.find(first.job().id().value().substring(0, 12))).isEqualTo(first);
        assertThatThrownBy(() -> jobs.find("a?*")).hasMessageContaining("there is no job 'a?*'");
        assertThat(jobs.newest(10).get(0).title()).isEqualTo("tasks.txt");
        assertThat(jobs.newest(1)).hasSize(1);
    }

    @Test
    void ambiguousPrefixIsRefusedWithItsCandidates() {
        for (int i = 0; i < 33; i++) {
            lab.push(new Target.All(), "lab-01", "date");
        }
        // 33 ids begin with at most 32 different characters
        String alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        assertThat(alphabet.chars().mapToObj(c -> String.valueOf((char) c)).filter(this::isAmbiguous))
                .isNotEmpty();
    }

    private boolean isAmbiguous(String prefix) {
        try {
            lab.store.jobs().find(prefix);
            return false;
        } catch (StoreException e) {
            return e.getMessage().contains("may mean");
        }
    }

    @Test
    void jobSavedButNotMarkedIsNotKnownToBePosted() {
        StoredJob posted = lab.push(new Target.All(), "lab-01", "date");
        OrderId id = OrderId.random();
        assertThat(lab.store.jobs().find(posted.job().id()).posted()).isTrue();
        assertThatThrownBy(() -> lab.store.orders().markPosted(id)).isInstanceOf(StoreException.class);
    }

    @Test
    void invitationWorksOnceAndOnlyWithItsToken() {
        HostName host = new HostName("lab-01");
        Secret token = Secret.random();
        Invitations invitations = lab.store.invitations();
        invitations.invite(new Invited(host, token, new TreeSet<>(), Optional.empty()));
        EnrolledHost joined = new EnrolledHost(
                host, "cert", lab.key(host).fingerprint(), new TreeSet<>(), TestLab.ADMIN, lab.instant());
        assertThat(lab.store.hosts().all().get(0).invited()).isTrue();
        assertThat(invitations.accept(joined, Secret.random())).isFalse();
        assertThat(lab.store.hosts().enrolled(host)).isEmpty();
        assertThat(invitations.accept(joined, token)).isTrue();
        assertThat(invitations.accept(joined, token)).isFalse();
        assertThat(lab.store.hosts().enrolled(host)).contains(joined);
    }

    /** Whoever keeps what an administrator once said of a host may show it again. */
    @Test
    void anOlderWordDoesNotBringAWithdrawnHostBack() {
        HostName host = new HostName("lab-01");
        Hosts hosts = lab.store.hosts();
        EnrolledHost before = new EnrolledHost(
                host, "cert", lab.key(host).fingerprint(), new TreeSet<>(), TestLab.ADMIN, lab.instant());
        lab.pass(Duration.ofDays(1));
        hosts.withdraw(host, lab.instant());

        hosts.enrol(before);
        assertThat(hosts.enrolled(host)).isEmpty();

        lab.pass(Duration.ofSeconds(1));
        EnrolledHost after = new EnrolledHost(
                host, "cert", lab.key(host).fingerprint(), new TreeSet<>(), TestLab.ADMIN, lab.instant());
        hosts.enrol(after);
        hosts.withdraw(host, before.at());
        assertThat(hosts.enrolled(host)).contains(after);
    }

    @Test
    void presenceComesFromTheHostItselfAndAgesOut() {
        lab.enrol("lab-[01-02]");
        Hosts hosts = lab.store.hosts();
        hosts.seen(List.of(lab.presence("lab-01", false, "")));
        assertThat(hosts.all().get(0).isOn(lab.instant())).isTrue();
        assertThat(hosts.all().get(1).seen()).isEmpty();
        lab.pass(KnownHost.LEASE);
        assertThat(hosts.all().get(0).isOn(lab.instant())).isFalse();
        hosts.seen(List.of(lab.presence("lab-01", true, "")));
        assertThat(hosts.all().get(0).isOn(lab.instant())).isFalse();
        hosts.seen(List.of(lab.presence("stranger", false, "")));
        assertThat(hosts.all()).hasSize(2);
        hosts.withdraw(new HostName("lab-01"), lab.instant());
        assertThat(hosts.all()).extracting(KnownHost::host).containsExactly(new HostName("lab-02"));
    }
}
