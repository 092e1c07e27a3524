package org.labcast.services.check;

import java.util.List;
import java.util.stream.Stream;
import org.labcast.services.acme.Document;
import org.labcast.services.acme.Position;
import org.labcast.services.contract.ClientApplication;
import org.labcast.services.contract.StyleTable;

/** Checks descriptions of services and of the applications that use them. */
public final class Checker {
    private Checker() {}

    /**
     * Checks some files together.
     *
     * @param with files that declare what the others name; what is wrong in them is an error too
     * @param strict whether warnings count as errors
     */
    public static Checked check(List<Document> files, List<Document> with, boolean strict) {
        List<Document> documents = Stream.concat(files.stream(), with.stream()).toList();
        Findings findings = new Findings(strict);
        try {
            return check(documents, findings);
        } catch (Findings.TooManyErrors e) {
            return new Checked(findings.sorted(), List.of(), List.of(), List.of());
        }
    }

    private static Checked check(List<Document> documents, Findings findings) {
        documents.forEach(document -> document.remarks().forEach(findings::add));
        Types types = new Types(documents, findings);
        Catalogue catalogue = new Catalogue(documents.stream().map(Document::body), types, findings);
        PortReader ports = new PortReader(new DataTypes(documents), findings);
        ScopeChecker scope = new ScopeChecker(catalogue, StyleTable.OUTSIDE, ports, findings);
        List<ClientApplication> clients = scope.clients();
        if (catalogue.foreign()) {
            documents.stream()
                    .limit(1)
                    .forEach(document -> findings.note(
                            new Position(document.file(), 1, 1),
                            "No component has a Component-Type, so nothing here is a service or a client of Labcast."));
        }
        return new Checked(findings.sorted(), List.copyOf(scope.services().values()), clients, scope.federations());
    }
}
