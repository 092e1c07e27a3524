package org.labcast.publisher.report;

/** The publisher's exit codes. */
public enum ExitCode {
    /** Every host answered and every command succeeded, corrected ones included. */
    SUCCESS(0),
    /** Nothing was posted: bad file, no key, no broker, not allowed. */
    NOT_POSTED(1),
    /** Every host answered; some command failed, or some host refused or cancelled the job. */
    FAILED(2),
    /** No host matches the target. */
    NO_HOST(3),
    /** Some host has not answered, or not to the end. */
    MISSING(4),
    /** An answer was refused: bad signature, wrong host. */
    ANSWER_REFUSED(5),
    /** Wrong usage. */
    USAGE(64);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /**
     * What a report comes to. Where several hold, the graver wins: a refused answer (5) casts doubt on all the rest, a
     * missing host (4) means that the picture may still change, a failure (2) is part of a complete picture.
     */
    public static ExitCode of(JobReport report) {
        if (!report.refused().isEmpty()) {
            return ANSWER_REFUSED;
        }
        Totals totals = report.totals();
        if (totals.finished() < totals.hosts()) {
            return MISSING;
        }
        return totals.failed() > 0 ? FAILED : SUCCESS;
    }
}
