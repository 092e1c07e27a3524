package org.labcast.services.acme;

/** The text is no Acme; reading stops at the first such place. */
public final class AcmeSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    AcmeSyntaxException(Position at, String message) {
        super(at + ": error: " + message);
        this.finding = Finding.error(at, message);
    }

    public Finding finding() {
        return finding;
    }
}
