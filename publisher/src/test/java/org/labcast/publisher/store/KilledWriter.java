package org.labcast.publisher.store;

import java.nio.file.Path;
import org.labcast.model.order.Target;

/** Records results for ever and prints the number of each once it is confirmed; its parent kills it. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) {
        try (TestLab lab = new TestLab(Path.of(arguments[0]))) {
            lab.enrol("lab-01");
            StoredJob job = lab.push(new Target.All(), "lab-01", "date");
            for (long number = 1; ; number++) {
                lab.answer(job, "lab-01", number, Outcomes.ok(0, "output " + number));
                System.out.println(number + " " + lab.store.orders().nextSequence(TestLab.ADMIN));
                System.out.flush();
            }
        }
    }
}
