package org.labcast.model.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;

class TargetTest {
    private static final HostName LAB_1 = new HostName("lab-1");
    private static final GroupName PHYSICS = new GroupName("physics");

    @Test
    void allMeansEveryHost() {
        assertThat(new Target.All().includes(LAB_1, Set.of())).isTrue();
    }

    @Test
    void aGroupMeansItsHosts() {
        assertThat(new Target.Group(PHYSICS).includes(LAB_1, Set.of(PHYSICS))).isTrue();
        assertThat(new Target.Group(PHYSICS).includes(LAB_1, Set.of(new GroupName("chemistry"))))
                .isFalse();
    }

    @Test
    void namesMeanTheNamedHosts() {
        Target target = Target.hosts(HostSet.of("lab-1", "lab-3"));

        assertThat(target.includes(LAB_1, Set.of())).isTrue();
        assertThat(target.includes(new HostName("lab-2"), Set.of())).isFalse();
        assertThat(target.describe()).isEqualTo("lab-[1,3]");
    }
}
