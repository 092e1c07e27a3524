package org.labcast.services.generate;

import java.util.List;

/** An interface of services with the types that its methods speak of, which are nested in it. */
record JavaInterface(
        String contract, String name, List<JavaMethod> methods, List<JavaEnum> enums, List<JavaRecord> records) {
    JavaInterface {
        methods = List.copyOf(methods);
        enums = List.copyOf(enums);
        records = List.copyOf(records);
    }
}
