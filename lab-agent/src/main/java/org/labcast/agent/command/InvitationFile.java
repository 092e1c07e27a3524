package org.labcast.agent.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.FileFault;
import org.labcast.model.Bytes;
import org.labcast.model.host.Invitation;
import org.labcast.transport.json.Codec;
import org.labcast.transport.json.MalformedMessageException;

/** Reads what {@code publisher invite} wrote. */
final class InvitationFile {
    private InvitationFile() {}

    static Invitation read(Path file) {
        try {
            return Codec.readInvitation(Bytes.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new AgentException("Cannot read the invitation " + file + ": " + FileFault.of(e) + ".", e);
        } catch (MalformedMessageException e) {
            throw new AgentException(
                    file + " is not an invitation (" + e.getMessage() + "); 'publisher invite' writes them.", e);
        }
    }
}
