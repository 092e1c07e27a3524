package org.labcast.model.result;

import org.labcast.model.HostName;
import org.labcast.model.Realm;

/** What a host sends to a publisher; always signed with the host's own key. */
public sealed interface HostMessage permits Result, Alert {
    Realm realm();

    HostName host();
}
