package org.labcast.services.acme;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The text of one file, and where in it a character is. */
final class Source {
    private final String file;
    private final String text;
    private final int[] lineStarts;
    /** Where it counted to last: names mostly come one behind the other, and a line may be the whole file. */
    private int counted;

    private int countedColumn = 1;

    Source(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(at -> text.charAt(at) == '\n')
                                .map(at -> at + 1))
                .toArray();
    }

    String text() {
        return text;
    }

    Position at(int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        int line = found >= 0 ? found : -found - 2;
        if (counted < lineStarts[line] || counted > index) {
            counted = lineStarts[line];
            countedColumn = 1;
        }
        countedColumn += text.codePointCount(counted, index);
        counted = index;
        return new Position(file, line + 1, countedColumn);
    }
}
