package org.labcast.deploy.measure;

/** How a case came out. */
enum Verdict {
    /** The first suggestion runs unattended and does what was meant. */
    MENDED("mended"),
    /** The first suggestion does what was meant, and waits for a person. */
    SHOWN("shown"),
    /** The first suggestion does not do what was meant, and waits for a person or only looks. */
    WRONG("wrong"),
    NOTHING("nothing"),
    /** What nobody asked for would run unattended. */
    HARMFUL("harmful"),
    LEFT_TO_A_PERSON("left to a person"),
    DID_NOT_FAIL("did not fail as expected"),
    BROKEN("broken");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** Whether it is what a case can hope for, at least in view of a person. */
    boolean isRight() {
        return this == MENDED || this == SHOWN || this == LEFT_TO_A_PERSON;
    }

    @Override
    public String toString() {
        return text;
    }
}
