package org.labcast.services.page;

/** What a button does, on a thread of its own. */
@FunctionalInterface
public interface Action {
    /**
     * @param values of the fields beside the button
     * @throws Exception whose message the page then shows
     */
    void run(Values values) throws Exception;
}
