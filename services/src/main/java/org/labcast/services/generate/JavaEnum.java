package org.labcast.services.generate;

import java.util.List;

/** An enumeration of words. */
record JavaEnum(String name, List<Constant> constants) {
    JavaEnum {
        constants = List.copyOf(constants);
    }

    /** @param word as it travels */
    record Constant(String name, String word) {}

    List<String> words() {
        return constants.stream().map(Constant::word).toList();
    }
}
