package org.labcast.services.acme;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.labcast.services.acme.AcmeToken.Kind;
import org.labcast.text.Spelling;

/** What a declaration may begin with, for the message about one that begins otherwise. */
final class Keywords {
    private static final List<String> OTHERS = List.of(
            "Property",
            "Properties",
            "Attachment",
            "Attachments",
            "Binding",
            "Bindings",
            "Members",
            "Invariant",
            "Heuristic",
            "Rule",
            "Analysis",
            "External",
            "Import");

    private Keywords() {}

    static AcmeSyntaxException unknown(Cursor cursor, AcmeToken word) {
        List<String> keywords = Stream.concat(
                        Stream.of(ElementKind.values()).map(ElementKind::keyword), OTHERS.stream())
                .toList();
        String near = word.kind() == Kind.NAME
                ? Spelling.nearest(capitalised(word.text()), keywords).stream()
                        .findFirst()
                        .map(keyword -> " (did you mean '" + keyword + "'?)")
                        .orElse("")
                : "";
        return new AcmeSyntaxException(
                cursor.at(word),
                "expected a declaration such as Component, Connector, Port, Property or Attachments; found "
                        + word.shown() + near);
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
