package org.labcast.publisher.report;

import java.util.List;

/** Rows of cells in aligned columns; the first row is the heads. */
final class TextTable {
    private TextTable() {}

    static String align(List<List<String>> rows, Ansi ansi) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(row.get(column));
                line.append(" ".repeat(widths[column] - row.get(column).length() + 2));
            }
            String finished = line.toString().stripTrailing();
            text.append(text.isEmpty() ? ansi.bold(finished) : finished).append('\n');
        }
        return text.toString();
    }
}
