package org.labcast.services.client.internal;

import org.labcast.model.service.ServiceReply.Declined;
import org.labcast.services.client.BadArgumentsException;
import org.labcast.services.client.NotAllowedException;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.SpecMismatchException;
import org.labcast.text.Printable;

/** What a host's refusal means to a caller. */
final class Refusals {
    private Refusals() {}

    /**
     * Another host may allow what one does not: each goes by what was installed there.
     *
     * @throws ServiceException when no other host would say anything else
     */
    static void throwFinal(Declined declined) {
        String what = sentence(declined);
        switch (declined.reason()) {
            case BAD_ARGUMENTS -> throw new BadArgumentsException(what);
            case SPEC_MISMATCH ->
                throw new SpecMismatchException(
                        what + " Generate the client anew from the description that is installed.");
            case NOT_ALLOWED, NO_SUCH_SERVICE, UNAVAILABLE, BUSY -> {
                // of this host, at this moment
            }
        }
    }

    static NotAllowedException notAllowed(Declined declined) {
        return new NotAllowedException(sentence(declined) + " An administrator says who may, at installing.");
    }

    static String sentence(Declined declined) {
        return declined.host() + " declined: " + reason(declined) + ".";
    }

    /** The host's explanation, safe to print, without a full stop. */
    static String reason(Declined declined) {
        return Printable.of(declined.explanation()).replaceAll("\\.$", "");
    }
}
