package org.labcast.deploy.measure;

import java.util.List;
import java.util.Locale;

/**
 * How many cases came out how.
 *
 * @param mendable of which a correction is known; the others are for a person
 * @param right mended, shown, told before it ran, or left to a person
 */
record Rate(
        long of,
        long right,
        long mendable,
        long mended,
        long shown,
        long told,
        long wrong,
        long nothing,
        long harmful) {
    static final Rate NONE = new Rate(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Rate of(List<Finding> findings) {
        return new Rate(
                findings.size(),
                findings.stream().filter(Finding::ok).count(),
                findings.stream().filter(one -> !one.mistake().forAPerson()).count(),
                count(findings, Verdict.MENDED),
                count(findings, Verdict.SHOWN),
                count(findings, Verdict.TOLD),
                count(findings, Verdict.WRONG),
                count(findings, Verdict.NOTHING),
                count(findings, Verdict.HARMFUL));
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(one -> one.verdict() == verdict).count();
    }

    Rate plus(Rate other) {
        return new Rate(
                of + other.of,
                right + other.right,
                mendable + other.mendable,
                mended + other.mended,
                shown + other.shown,
                told + other.told,
                wrong + other.wrong,
                nothing + other.nothing,
                harmful + other.harmful);
    }

    /** No case at all is no success. */
    boolean isRight(int percent) {
        return of > 0 && right * 100 >= percent * of;
    }

    boolean isMended(int percent) {
        return mended * 100 >= percent * mendable;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d right (%.1f %%); of %d that can be mended %d were (%.1f %%), %d shown, %d told before, %d wrong, %d nothing; harmful %d",
                right,
                of,
                of == 0 ? 0 : 100.0 * right / of,
                mendable,
                mended,
                mendable == 0 ? 0 : 100.0 * mended / mendable,
                shown,
                told,
                wrong,
                nothing,
                harmful);
    }
}
