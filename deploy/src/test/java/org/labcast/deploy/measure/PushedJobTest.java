package org.labcast.deploy.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PushedJobTest {
    private static String report(String task) {
        return "{\"hosts\":[{\"host\":\"case-1\",\"tasks\":[" + task + "]}]}";
    }

    @Test
    void readsWhatRanAndWhy() throws Exception {
        PushedJob job = PushedJob.of(report("""
                {"state":"CORRECTED","attempts":[
                  {"command":"sl","exit":127,"stdout":{"head":"","tail":""},"stderr":{"head":"not ","tail":"found"}},
                  {"command":"ls","exit":0,"stdout":{"head":"a","tail":""},"stderr":{"head":"","tail":""},
                   "correction":{"command":"ls","rule":"mistyped_command","risk":"SAFE","why":"w","effect":"looks"}}]}
                """));

        assertThat(job.signed().exit()).isEqualTo(127);
        assertThat(job.signed().output()).isEqualTo("not found");
        assertThat(job.corrected()).singleElement().satisfies(ran -> {
            assertThat(ran.command()).isEqualTo("ls");
            assertThat(ran.correction().orElseThrow().looks()).isTrue();
            assertThat(ran.output()).isEqualTo("a");
        });
        assertThat(job.suggestions()).isEmpty();
    }

    @Test
    void readsWhatIsOnlyShown() throws Exception {
        PushedJob job = PushedJob.of(report("""
                {"state":"FAILED","attempts":[{"command":"x","ending":"timed out","stdout":{},"stderr":{}}],
                 "suggestions":[{"command":"y","rule":"r","risk":"RISKY","why":"w","effect":"unknown"}]}
                """));

        assertThat(job.corrected()).isEmpty();
        assertThat(job.signed().exit()).isEqualTo(-1);
        assertThat(job.suggestions())
                .singleElement()
                .satisfies(one -> assertThat(one.looks()).isFalse());
    }

    @Test
    void aHostThatHasNotAnsweredIsNoResult() {
        assertThatThrownBy(() -> PushedJob.of("{\"hosts\":[{\"host\":\"case-1\",\"tasks\":[]}]}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not answered");
    }

    @Test
    void whatThePublisherRefusesIsNoAttempt() {
        assertThat(PushedJob.refused("t:2:6: error: this \" is never closed").attempts())
                .isEmpty();
    }
}
