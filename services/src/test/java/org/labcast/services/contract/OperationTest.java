package org.labcast.services.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labcast.services.contract.Style.OfPort;

final class OperationTest {
    private static final Operation USAGE = new Operation(
            "DiskUsage",
            "usage",
            OfPort.CALLEE,
            Signature.read("String folder,int depth"),
            new ReturnType(Decoder.LINES, Optional.empty()));

    @Test
    void theSpecDependsOnAllThatBothSidesMustAgreeOn() {
        assertThat(USAGE.spec()).matches("[0-9a-f]{64}");
        assertThat(new Operation("DiskUsage2", "usage", USAGE.style(), USAGE.signature(), USAGE.returns()).spec())
                .isNotEqualTo(USAGE.spec());
        assertThat(new Operation("DiskUsage", "use", USAGE.style(), USAGE.signature(), USAGE.returns()).spec())
                .isNotEqualTo(USAGE.spec());
        assertThat(new Operation("DiskUsage", "usage", OfPort.PROCESS, USAGE.signature(), USAGE.returns()).spec())
                .isNotEqualTo(USAGE.spec());
        assertThat(new Operation(
                                "DiskUsage",
                                "usage",
                                USAGE.style(),
                                Signature.read("String folder, long depth"),
                                USAGE.returns())
                        .spec())
                .isNotEqualTo(USAGE.spec());
        assertThat(new Operation("DiskUsage", "usage", USAGE.style(), USAGE.signature(), ReturnType.NOTHING).spec())
                .isNotEqualTo(USAGE.spec());
    }

    @Test
    void theSpecDoesNotDependOnBlanks() {
        Signature spaced = Signature.read("  String  folder ,  int depth ");
        assertThat(new Operation("DiskUsage", "usage", USAGE.style(), spaced, USAGE.returns()).spec())
                .isEqualTo(USAGE.spec());
    }
}
