package org.labcast.agent.ledger;

/** Whole numbers from one to another, both included. */
public record Range(long from, long to) {
    boolean contains(long number) {
        return from <= number && number <= to;
    }
}
