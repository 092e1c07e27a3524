package org.labcast.model.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.labcast.model.HostName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;

class EnrolmentTest {
    private static final Realm REALM = new Realm("lab");
    private static final HostName HOST = new HostName("lab-01");
    private static final Secret TOKEN = Secret.random();

    @Test
    void theTokenProvesWhoWroteIt() {
        Enrolment enrolment = Enrolment.of(REALM, HOST, "certificate", TOKEN);

        assertThat(enrolment.isMadeWith(TOKEN)).isTrue();
        assertThat(enrolment.isMadeWith(Secret.random())).isFalse();
    }

    @Test
    void nothingOfItCanBeExchanged() {
        String mac = Enrolment.of(REALM, HOST, "certificate", TOKEN).mac();

        assertThat(new Enrolment(REALM, HOST, "another", mac).isMadeWith(TOKEN)).isFalse();
        assertThat(new Enrolment(REALM, new HostName("lab-02"), "certificate", mac).isMadeWith(TOKEN))
                .isFalse();
        assertThat(new Enrolment(new Realm("other"), HOST, "certificate", mac).isMadeWith(TOKEN))
                .isFalse();
    }

    @Test
    void aSecretDoesNotPrintItself() {
        assertThat(new Secret("hush").toString()).doesNotContain("hush");
    }
}
