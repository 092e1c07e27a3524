package org.labcast.publisher.dispatch;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.selector.filter.BooleanExpression;
import org.apache.activemq.artemis.selector.filter.FilterException;
import org.apache.activemq.artemis.selector.filter.Filterable;
import org.apache.activemq.artemis.selector.impl.SelectorParser;
import org.jspecify.annotations.Nullable;
import org.labcast.model.InvalidValueException;
import org.labcast.model.LabcastException;
import org.labcast.model.host.Facts;
import org.labcast.text.Printable;

/**
 * A condition over a host's facts, such as {@code os = 'debian' AND memory_mb > 4000}.
 *
 * @see <a href="https://jakarta.ee/specifications/messaging/3.1/jakarta-messaging-spec-3.1#message-selectors">Jakarta
 *     Messaging 3.1, message selectors</a>
 */
public final class FactSelector {
    /** The parser looks at the rest of the text again at each hyphen. */
    private static final int LONGEST = 10_000;

    private final BooleanExpression expression;
    private final String text;

    private FactSelector(BooleanExpression expression, String text) {
        this.expression = expression;
        this.text = text;
    }

    /** @throws InvalidValueException when the text is not a selector */
    public static FactSelector parse(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidValueException("--where is longer than " + LONGEST + " characters");
        }
        try {
            return new FactSelector(SelectorParser.parse(text), text);
        } catch (StackOverflowError e) {
            throw new InvalidValueException("--where is nested too deeply; write it with fewer parentheses");
        } catch (FilterException e) {
            throw new InvalidValueException("--where \"" + Printable.of(text)
                    + "\" is not a condition such as \"os = 'debian' AND memory_mb > 4000\": "
                    + Printable.of(firstLine(String.valueOf(e.getMessage()))));
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** The condition as written, safe to print. */
    public String text() {
        return Printable.of(text);
    }

    /** A condition over a fact that the host does not state, or that it states as text where a number is wanted, is not met. */
    public boolean matches(Facts facts) {
        try {
            return expression.matches(new FactsAsProperties(facts));
        } catch (FilterException e) {
            throw new LabcastException(
                    "--where \"" + Printable.of(text) + "\" cannot be evaluated: " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new InvalidValueException("--where is too long; write it with fewer conditions");
        } catch (RuntimeException e) {
            // The parser's word for text where a number is wanted. One host may state anything, and must not stop a
            // push to others.
            return false;
        }
    }

    private record FactsAsProperties(Facts facts) implements Filterable {
        @Override
        public <T> @Nullable T getBodyAs(Class<T> type) {
            return null;
        }

        @Override
        public @Nullable Object getProperty(SimpleString name) {
            return facts.values().get(name.toString());
        }

        @Override
        public @Nullable Object getLocalConnectionId() {
            return null;
        }
    }
}
