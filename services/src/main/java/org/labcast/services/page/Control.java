package org.labcast.services.page;

import java.util.List;
import java.util.Map;

/** A button, with or without a form, for something that may take its time; one press at a time. */
final class Control extends Widget {
    private final String title;
    private final List<Input> inputs;
    private final UiTask task;
    private boolean running;
    private String said = "";
    private boolean failed;

    Control(Place place, String title, List<Input> inputs, UiTask task) {
        super(place);
        this.title = title;
        this.inputs = List.copyOf(inputs);
        this.task = task;
    }

    /** Whether it began; not when it runs already. */
    boolean begin() {
        synchronized (lock()) {
            if (running) {
                return false;
            }
            changed();
            running = true;
            said = "";
            return true;
        }
    }

    /** Does it to its end, after {@link #begin}. */
    void run(Values values) {
        try {
            end(task.run(values), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end("stopped", false);
        } catch (Exception e) {
            end(UiTask.sentence(e), true);
        } catch (Error e) {
            end(e.toString(), true);
            throw e;
        }
    }

    private void end(String sentence, boolean failure) {
        synchronized (lock()) {
            running = false;
            say(sentence, failure);
        }
    }

    private void say(String sentence, boolean failure) {
        synchronized (lock()) {
            changed();
            said = sentence;
            failed = failure;
        }
    }

    void stop() {
        try {
            task.stop();
        } catch (Exception e) {
            say("does not stop: " + UiTask.sentence(e), true);
        }
    }

    @Override
    void describe(Map<String, Object> description, long since) {
        description.put("kind", "control");
        description.put("title", title);
        description.put("inputs", inputs.stream().map(Input::describe).toList());
        description.put("stoppable", task.stoppable());
        description.put("running", running);
        description.put("said", said);
        description.put("failed", failed);
    }
}
