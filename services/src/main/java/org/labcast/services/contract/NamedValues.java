package org.labcast.services.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of parameters as people type them. */
public final class NamedValues {
    private NamedValues() {}

    /**
     * Reads {@code NAME=VALUE} words; a name may be there several times, for a list.
     *
     * @throws ContractException when a word is none; the message says which
     */
    public static Map<String, List<String>> read(List<String> words) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new ContractException("'" + word + "' is no NAME=VALUE");
            }
            named.computeIfAbsent(word.substring(0, equals), name -> new ArrayList<>())
                    .add(word.substring(equals + 1));
        }
        return named;
    }
}
