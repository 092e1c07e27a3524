package org.labcast.services.generate;

/** A type of what comes back from a call, and how it is read from JSON. */
sealed interface JavaType {
    String written();

    /** As an element of a list. */
    String boxed();

    /** The expression that reads it from the {@code Json} that another expression gives. */
    String read(String json);

    /** The same as a function. */
    String reader();

    /** @param method of {@code Json} that reads it */
    record Simple(String written, String boxed, String method) implements JavaType {
        @Override
        public String read(String json) {
            return json + "." + method + "()";
        }

        @Override
        public String reader() {
            return "Json::" + method;
        }
    }

    /** A record or an enumeration that is generated, too. */
    record Declared(String written) implements JavaType {
        @Override
        public String boxed() {
            return written;
        }

        @Override
        public String read(String json) {
            return written + ".read(" + json + ")";
        }

        @Override
        public String reader() {
            return written + "::read";
        }
    }

    /** A list. */
    record ListOf(JavaType element) implements JavaType {
        @Override
        public String written() {
            return "List<" + element.boxed() + ">";
        }

        @Override
        public String boxed() {
            return written();
        }

        @Override
        public String read(String json) {
            return json + ".list(" + element.reader() + ")";
        }

        /** A list in a list in a list needs a variable for each, and no name of a description has a dollar. */
        @Override
        public String reader() {
            String variable = "list$" + depth();
            return variable + " -> " + read(variable);
        }

        private int depth() {
            return element instanceof ListOf inner ? inner.depth() + 1 : 1;
        }
    }
}
