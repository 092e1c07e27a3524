package org.labcast.services.generate;

import java.util.stream.Collectors;

/** Writes an enumeration of words. */
final class EnumSource {
    private EnumSource() {}

    static String of(JavaEnum type) {
        String constants = type.constants().stream()
                .map(constant -> constant.name() + "(" + JavaText.literal(constant.word()) + ")")
                .collect(Collectors.joining(",\n    "));
        return """
                /** One of the words %s. */
                enum %s {
                    %s;

                    private final String word;

                    %s(String word) {
                        this.word = word;
                    }

                    /** As it travels. */
                    public String word() {
                        return word;
                    }

                    /** @throws IllegalArgumentException when it is none of the words */
                    public static %s of(String word) {
                        for (%s one : values()) {
                            if (one.word.equals(word)) {
                                return one;
                            }
                        }
                        throw new IllegalArgumentException(word);
                    }

                    /** @throws ServiceException when it is none of the words */
                    public static %s read(Json json) {
                        return json.oneOf(values(), one -> one.word);
                    }
                }
                """.formatted(
                        JavaText.documentation(String.join(", ", type.words())),
                        type.name(),
                        constants,
                        type.name(),
                        type.name(),
                        type.name(),
                        type.name());
    }
}
