package org.labcast.deploy.measure;

/** How a case came out. */
enum Verdict {
    OK("ok"),
    WRONG("wrong suggestion"),
    NONE("none"),
    DID_NOT_FAIL("did not fail as expected"),
    BROKEN("broken");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
