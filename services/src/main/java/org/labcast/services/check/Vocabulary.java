package org.labcast.services.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.services.acme.ElementKind;

/** The properties that Labcast gives a meaning (Table 1 of the 2004 paper, and ours), by what has them. */
final class Vocabulary {
    static final String COMPONENT_TYPE = "Component-Type";
    static final String SHARED_GUI = "Shared-GUI";
    static final String PART_OF_CLIENT = "Part-of-client";
    static final String GUI_CODE_FILE = "GUI-CodeFile";
    static final String PORT_TYPE = "Port-Type";
    static final String INTERFACE = "Interface";
    static final String SIGNATURE = "Signature";
    static final String RETURN = "Return";
    static final String CMD = "Cmd";
    static final String PRE = "Pre";
    static final String POST = "Post";
    static final String PATH = "Path";
    static final String ALLOW_DASH = "Allow-Dash";
    static final String SHELL = "Shell";
    static final String TIMEOUT = "Timeout";
    static final String OUTPUT_LIMIT = "Output-Limit";
    static final String SLOTS = "Slots";
    static final String SLOW_READER = "Slow-Reader";
    static final String IDEMPOTENT = "Idempotent";
    static final String USER = "User";
    static final String VERSION = "Version";
    static final String DOCUMENTATION = "Documentation";
    static final String ATTRIBUTES = "Attributes";
    static final String CONNECTOR_TYPE = "Connector-Type";
    static final String PROP_TYPE = "Prop-type";
    static final String PARAMETER = "Parameter";

    private static final Map<ElementKind, List<String>> KNOWN = Map.of(
            ElementKind.COMPONENT,
            List.of(COMPONENT_TYPE, SHARED_GUI, PART_OF_CLIENT, GUI_CODE_FILE),
            ElementKind.PORT,
            List.of(
                    PORT_TYPE,
                    INTERFACE,
                    SIGNATURE,
                    RETURN,
                    CMD,
                    PRE,
                    POST,
                    PATH,
                    SHARED_GUI,
                    ALLOW_DASH,
                    SHELL,
                    TIMEOUT,
                    OUTPUT_LIMIT,
                    SLOTS,
                    SLOW_READER,
                    IDEMPOTENT,
                    USER,
                    VERSION,
                    DOCUMENTATION,
                    ATTRIBUTES),
            ElementKind.CONNECTOR,
            List.of(CONNECTOR_TYPE),
            ElementKind.ROLE,
            List.of(PROP_TYPE, PARAMETER));

    private Vocabulary() {}

    static List<String> of(ElementKind kind) {
        return KNOWN.getOrDefault(kind, List.of());
    }

    /** The property as it is spelt properly, whatever the case of its letters. */
    static Optional<String> proper(ElementKind kind, String name) {
        return of(kind).stream().filter(known -> known.equalsIgnoreCase(name)).findFirst();
    }
}
