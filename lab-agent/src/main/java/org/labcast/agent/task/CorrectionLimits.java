package org.labcast.agent.task;

import org.labcast.model.order.CorrectionPolicy;

/**
 * How far this host lets corrections go, whatever a job asks.
 *
 * @param policy the most that is allowed
 * @param most corrections that are run for one task
 */
public record CorrectionLimits(CorrectionPolicy policy, int most) {
    public static final CorrectionLimits DEFAULT = new CorrectionLimits(CorrectionPolicy.SAFE, 2);
}
