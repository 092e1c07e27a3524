package org.labcast.agent.service;

/** The bytes of output that a caller will take; who wants to send more waits. */
final class CreditWindow {
    private boolean patient;
    private long granted;
    private long used;

    /** @param patient whether to wait for the caller, or to send nothing when nothing is allowed */
    CreditWindow(boolean patient) {
        this.patient = patient;
    }

    /**
     * Takes up to so many bytes of it; waits for the first one if patient.
     *
     * @return how many; 0 when nothing is allowed now and waiting is of no use
     */
    synchronized int take(int wanted) {
        while (patient && granted <= used) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts who carries output", e);
            }
        }
        int taken = (int) Math.max(0, Math.min(wanted, granted - used));
        used += taken;
        return taken;
    }

    /** @param total bytes from the begin of the call; never takes back what was granted */
    synchronized void grant(long total) {
        granted = Math.max(granted, total);
        notifyAll();
    }

    /** Nobody is to wait any longer. */
    synchronized void hurry() {
        patient = false;
        notifyAll();
    }
}
