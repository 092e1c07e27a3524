package org.labcast.services.generate;

import java.util.List;

/** A record of what a tool prints in JSON. */
record JavaRecord(String name, List<Component> components) {
    JavaRecord {
        components = List.copyOf(components);
    }

    /** @param field its name in JSON */
    record Component(String name, JavaType type, String field) {}
}
