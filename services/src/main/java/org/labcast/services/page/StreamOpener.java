package org.labcast.services.page;

/** What the start button of a stream does. */
@FunctionalInterface
public interface StreamOpener {
    /**
     * @param values of the fields beside the button
     * @throws Exception whose message the page then shows
     */
    LineSource open(Values values) throws Exception;
}
