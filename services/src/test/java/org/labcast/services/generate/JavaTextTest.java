package org.labcast.services.generate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JavaTextTest {
    @Test
    void aLiteralIsNothingButTheText() {
        assertThat(JavaText.literal("a\"b\\u0022\n\r\t\0é")).isEqualTo("\"a\\\"b\\\\u0022\\n\\r\\t\\000\\u00e9\"");
    }

    @Property
    void aLiteralIsOnOneLineOfAscii(@ForAll String text) {
        assertThat(JavaText.literal(text))
                .matches("\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\nrt]|\\\\[0-7]{3}|\\\\u[0-9a-f]{4})*\"");
    }

    @Property
    void documentationEndsNoCommentAndBeginsNoTag(@ForAll String text) {
        assertThat(JavaText.documentation(text)).doesNotContain("*", "/", "\\", "<", ">", "@", "{", "}", "\n");
    }

    @Test
    void documentationShowsTheText() {
        assertThat(JavaText.documentation(" Größe*/ of\n a <b> ")).isEqualTo("Größe&#42;&#47; of a &#60;b&#62;");
    }
}
