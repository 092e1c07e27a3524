package org.labcast.services.generate;

import java.util.List;

/** What generated sources may import; each imports what its text names. */
final class Imports {
    private static final String CLIENT_PACKAGE = "org.labcast.services.client.";
    private static final String TYPED = "org.labcast.services.client.typed.";
    private static final String PAGE = "org.labcast.services.page.";

    static final List<String> ALL = List.of(
            "java.util.List",
            "java.util.Set",
            "java.util.stream.Stream",
            "org.labcast.model.service.ServiceEntry",
            CLIENT_PACKAGE + "Lookup",
            CLIENT_PACKAGE + "ServiceBus",
            CLIENT_PACKAGE + "ServiceException",
            CLIENT_PACKAGE + "ServiceStream",
            TYPED + "Arguments",
            TYPED + "Binding",
            TYPED + "Json",
            "org.labcast.publisher.client.Program",
            TYPED + "RemotePort",
            "org.labcast.services.contract.ServicePort",
            "org.labcast.services.local.LocalServices",
            "org.labcast.publisher.client.PublisherLab",
            PAGE + "Input",
            PAGE + "LineSource",
            PAGE + "Log",
            PAGE + "Page",
            PAGE + "PageServer",
            PAGE + "Panel",
            PAGE + "Table");

    private Imports() {}
}
