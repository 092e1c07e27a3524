package org.labcast.agent.rules;

import java.util.List;
import org.labcast.correction.effect.CustomEffect;
import org.labcast.correction.effect.Effect;

/**
 * An effect row that was read from a file.
 *
 * @param place where it begins in its file
 */
record LabEffect(Place place, CustomEffect effect, List<Trial> examples) {
    LabEffect {
        examples = List.copyOf(examples);
    }

    /**
     * A call to try the tables on.
     *
     * @param place where the effect stands
     * @param effect that the tables must tell of it
     */
    record Trial(Place place, String command, Effect effect) {}
}
