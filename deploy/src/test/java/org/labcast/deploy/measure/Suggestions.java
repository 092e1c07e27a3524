package org.labcast.deploy.measure;

/** Corrections as a report in JSON has them. */
final class Suggestions {
    private Suggestions() {}

    record Suggested(String command, String rule, String risk, String why, String effect) {
        boolean looks() {
            return "looks".equals(effect);
        }
    }
}
