package org.labcast.deploy.measure;

/**
 * What became of one case.
 *
 * @param suggestion the command that was tried; empty when none was
 * @param risk of the suggestion, with its rule; empty when there is none
 * @param detail what a person needs to see why it is not right
 */
record Finding(Mistake mistake, Verdict verdict, String suggestion, String risk, String detail) {
    boolean ok() {
        return verdict.isRight();
    }
}
