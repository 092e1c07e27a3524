package org.labcast.services.acme;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between the braces of a thing.
 *
 * @param links attachments of ports to roles
 * @param bindings of inner ports or roles to outer ones, in a representation
 * @param rules invariants, heuristics, rules and analyses
 * @param members of a group
 */
public record Body(
        List<Node> nodes,
        List<Property> properties,
        List<PropertyType> propertyTypes,
        List<Link> links,
        List<Link> bindings,
        List<DesignRule> rules,
        List<Name> members) {

    /** Of a thing that has none. */
    public static final Body EMPTY =
            new Body(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Body {
        nodes = List.copyOf(nodes);
        properties = List.copyOf(properties);
        propertyTypes = List.copyOf(propertyTypes);
        links = List.copyOf(links);
        bindings = List.copyOf(bindings);
        rules = List.copyOf(rules);
        members = List.copyOf(members);
    }

    /** One in the making. */
    static final class Draft {
        final List<Node> nodes = new ArrayList<>();
        final List<Property> properties = new ArrayList<>();
        final List<PropertyType> propertyTypes = new ArrayList<>();
        final List<Link> links = new ArrayList<>();
        final List<Link> bindings = new ArrayList<>();
        final List<DesignRule> rules = new ArrayList<>();
        final List<Name> members = new ArrayList<>();

        Body done() {
            return new Body(nodes, properties, propertyTypes, links, bindings, rules, members);
        }
    }
}
