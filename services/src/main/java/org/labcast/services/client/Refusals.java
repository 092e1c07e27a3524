package org.labcast.services.client;

import org.labcast.model.Printable;
import org.labcast.model.service.ServiceReply.Declined;

/** What a host's refusal means to a caller. */
final class Refusals {
    private Refusals() {}

    /** @throws ServiceException when no other host would say anything else */
    static void throwFinal(Declined declined) {
        String what = sentence(declined);
        switch (declined.reason()) {
            case NOT_ALLOWED -> throw new NotAllowedException(what + " An administrator says who may, at installing.");
            case BAD_ARGUMENTS -> throw new BadArgumentsException(what);
            case SPEC_MISMATCH ->
                throw new SpecMismatchException(
                        what + " Generate the client anew from the description that is installed.");
            case NO_SUCH_SERVICE, UNAVAILABLE, BUSY -> {
                // of this host, at this moment
            }
        }
    }

    static String sentence(Declined declined) {
        return declined.host() + " declined: " + reason(declined) + ".";
    }

    /** The host's explanation, safe to print, without a full stop. */
    static String reason(Declined declined) {
        return Printable.of(declined.explanation()).replaceAll("\\.$", "");
    }
}
