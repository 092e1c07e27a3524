package org.labcast.services.page;

/** What a {@link Control} does. */
sealed interface UiTask permits UiTask.Once, StreamTask {
    /** Returns what to say when it has ended well; may be empty. */
    String run(Values values) throws Exception;

    /** Makes {@link #run} end soon, from another thread. */
    void stop() throws Exception;

    boolean stoppable();

    /** What people are told about a failure: its own words, and its kind where it has none. */
    static String sentence(Exception failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    /** An action that ends by itself. */
    record Once(Action action) implements UiTask {
        @Override
        public String run(Values values) throws Exception {
            action.run(values);
            return "";
        }

        @Override
        public void stop() {}

        @Override
        public boolean stoppable() {
            return false;
        }
    }
}
