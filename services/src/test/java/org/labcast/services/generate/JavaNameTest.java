package org.labcast.services.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNameTest {
    @ParameterizedTest
    @CsvSource({
        "getOpenPorts, getOpenPorts, GetOpenPorts, GET_OPEN_PORTS",
        "PortMonitoring_PORT, PortMonitoring_PORT, PortMonitoring_PORT, PORT_MONITORING_PORT",
        "get-open-ports, getOpenPorts, GetOpenPorts, GET_OPEN_PORTS",
        "class, class_, Class_, CLASS",
        "1st, _1st, _1st, _1ST",
        "1.0, _10, _10, _1_0",
        "日本, _x, _x, __x"
    })
    void asJavaHasThem(String name, String variable, String type, String constant) {
        assertThat(JavaName.variable(name)).isEqualTo(variable);
        assertThat(JavaName.type(name)).isEqualTo(type);
        assertThat(JavaName.constant(name)).isEqualTo(constant);
    }

    @Property
    void anyTextBecomesAName(@ForAll String text) {
        assertThat(List.of(JavaName.variable(text), JavaName.type(text), JavaName.constant(text)))
                .allMatch(name -> SourceVersion.isName(name, SourceVersion.RELEASE_17))
                .allMatch(name -> name.matches("[A-Za-z0-9_]+"));
    }

    @Property
    void anyComponentHasAPackage(@ForAll String text) {
        String name = JavaName.packageOf(text);
        assertThat(JavaName.checkedPackage(name)).isEqualTo(name);
    }

    @Test
    void whatIsJavasOwnIsNobodyElses() {
        assertThat(List.of(JavaName.packageOf("Java"), JavaName.packageOf("Class")))
                .containsExactly("java_", "class_");
    }

    @Test
    void aNameIsGivenOnce() {
        NameScope scope = NameScope.ofTypes(Set.of("String"));
        assertThat(List.of(scope.take("String"), scope.take("Foo"), scope.take("FOO"), scope.take("Foo")))
                .containsExactly("String2", "Foo", "FOO2", "Foo3");
    }
}
