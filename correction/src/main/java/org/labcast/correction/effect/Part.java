package org.labcast.correction.effect;

import org.labcast.correction.shell.Word;

/**
 * What a word of a command is, as its row reads it.
 *
 * @param kind of operands and values; {@link OperandKind#TEXT} otherwise
 */
public record Part(Word word, Role role, OperandKind kind) {
    /** Place of a word in a command. */
    public enum Role {
        TOOL,
        VERB,
        /** An option, its value included where it is the same word. */
        OPTION,
        /** The value of the option before it. */
        VALUE,
        OPERAND
    }
}
