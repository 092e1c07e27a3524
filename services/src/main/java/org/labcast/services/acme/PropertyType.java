package org.labcast.services.acme;

import java.util.Optional;

/** {@code Property Type name = …;} an opaque one has no definition. */
public record PropertyType(Name name, Optional<TypeExpression> definition) {}
