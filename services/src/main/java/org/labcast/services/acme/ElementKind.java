package org.labcast.services.acme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Acme describes. */
public enum ElementKind {
    SYSTEM("System", "Systems"),
    FAMILY("Family", "Families"),
    COMPONENT("Component", "Components"),
    CONNECTOR("Connector", "Connectors"),
    PORT("Port", "Ports"),
    ROLE("Role", "Roles"),
    GROUP("Group", "Groups"),
    REPRESENTATION("Representation", "Representations"),
    ELEMENT("Element", "Elements"),
    VIEW("View", "Views");

    private final String keyword;
    private final String plural;

    ElementKind(String keyword, String plural) {
        this.keyword = keyword;
        this.plural = plural;
    }

    /** As it is written, {@code Component}. */
    public String keyword() {
        return keyword;
    }

    /** In the middle of a sentence. */
    public String shown() {
        return keyword.toLowerCase(Locale.ROOT);
    }

    /** The kind that a word begins; Style is the old word for Family. */
    static Optional<ElementKind> of(AcmeToken token) {
        return token.isWord("Style")
                ? Optional.of(FAMILY)
                : Arrays.stream(values())
                        .filter(kind -> token.isWord(kind.keyword))
                        .findFirst();
    }

    /** The kind of which a word begins a list, such as {@code Ports { a; b }}. */
    static Optional<ElementKind> ofList(AcmeToken token) {
        return Arrays.stream(values()).filter(kind -> token.isWord(kind.plural)).findFirst();
    }
}
