package org.labcast.model;

/** What a host sends to a publisher; always signed with the host's own key. */
public sealed interface HostMessage permits Result, Alert {
    Realm realm();

    HostName host();
}
