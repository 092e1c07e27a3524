package org.labcast.services.generate;

import java.util.List;

/** Writes a record of what a tool prints. */
final class RecordSource {
    private static final int COLUMN = 4;

    private RecordSource() {}

    static String of(JavaRecord type) {
        List<String> declared = type.components().stream()
                .map(one -> one.type().written() + " " + one.name())
                .toList();
        List<String> read = type.components().stream()
                .map(one -> one.type().read("json.field(" + JavaText.literal(one.field()) + ")"))
                .toList();
        return "/** What a tool prints as JSON. */\n"
                + Code.list("record " + type.name() + "(", declared, ") {\n").at(COLUMN)
                + Layout.in("/** @throws ServiceException when it is none */\npublic static " + type.name()
                        + " read(Json json) {\n"
                        + Layout.in(Code.list("return new " + type.name() + "(", read, ");\n")
                                .at(COLUMN + 8))
                        + "}\n")
                + "}\n";
    }
}
