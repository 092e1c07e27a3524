package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;

/** An image that a container still uses; removing that one first is for a person to decide. */
public final class ImageInUse implements Rule {
    private static final Pattern USED =
            Pattern.compile("is being used by (?:running|stopped) container ([0-9a-f]{6,64})");

    @Override
    public String name() {
        return "image_in_use";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.runs("docker", "podman")) {
            return List.of();
        }
        return situation
                .says()
                .find(USED)
                .map(said -> List.of(Suggestion.risky(
                        situation.preceded(situation
                                .command()
                                .raised(situation.command().tool() + " container rm -f " + said.group(1))),
                        "The container " + said.group(1) + " uses the image.")))
                .orElse(List.of());
    }
}
