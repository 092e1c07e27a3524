package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
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
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("docker", "podman")) {
            return List.of();
        }
        return context.says()
                .find(USED)
                .map(said -> List.of(Suggestion.risky(
                        context.preceded(context.command()
                                .raised(context.command().tool() + " container rm -f " + said.group(1))),
                        "The container " + said.group(1) + " uses the image.")))
                .orElse(List.of());
    }
}
