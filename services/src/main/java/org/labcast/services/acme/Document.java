package org.labcast.services.acme;

import java.util.List;

/**
 * What one file holds.
 *
 * @param imports the names of other files as they are written; nothing is read because of it
 * @param body things at the top, which the 1997 dialect allows to be components without a system
 * @param remarks warnings about what was accepted though it is no Acme
 */
public record Document(String file, List<Name> imports, Body body, List<Finding> remarks) {
    public Document {
        imports = List.copyOf(imports);
        remarks = List.copyOf(remarks);
    }
}
