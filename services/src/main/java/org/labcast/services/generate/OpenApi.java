package org.labcast.services.generate;

import static org.labcast.services.generate.JsonSchema.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labcast.services.contract.Decoder;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style;

/** Writes an OpenAPI 3.1 description of some ports, for programs in other languages. */
final class OpenApi {
    private static final String MAPPING = """
            Ports of Labcast services. Nothing here listens to HTTP: a path /INTERFACE/PORT stands for the address
            labcast.svc.INTERFACE.PORT of the lab's broker. The request body's members are the arguments of a ServiceCall, each as a
            list of texts (numbers and truth values as JSON writes them); x-labcast-spec is its spec. A caller signs the
            call, waits for Accepted or Declined on its own queue, answers with a Credit, and collects Pieces until Ended; a 200 is
            an Ended after which the tool's output has the schema given. The other responses stand for the ways in which a
            call can fail. A port with x-labcast-stream sends lines until it ends or is cancelled.""";

    private OpenApi() {}

    static String of(String title, List<ServicePort> ports) {
        Map<String, Object> paths = new LinkedHashMap<>();
        ports.forEach(port -> paths.put("/" + port.contract() + "/" + port.name(), map("post", operation(port))));
        Map<String, Object> document = map(
                "openapi",
                "3.1.0",
                "info",
                map("title", title, "version", "1.0", "description", MAPPING.replace("\n", " ")),
                "paths",
                paths,
                "components",
                map("schemas", map("Fault", fault())));
        return JsonText.of(document);
    }

    private static Map<String, Object> operation(ServicePort port) {
        Map<String, Object> operation = map(
                "operationId", port.contract() + "." + port.name(),
                "tags", List.of(port.contract()),
                "description", port.metadata().documentation(),
                "x-labcast-spec", port.spec(),
                "x-labcast-signature", port.signature().written(),
                "x-labcast-stream", port.style() == Style.OfPort.PROCESS,
                "x-labcast-idempotent", port.terms().idempotent(),
                "x-labcast-version", port.metadata().version());
        operation.put(
                "requestBody",
                map(
                        "required",
                        true,
                        "content",
                        map("application/json", map("schema", JsonSchema.of(port.signature())))));
        operation.put("responses", responses(port));
        return operation;
    }

    private static Map<String, Object> responses(ServicePort port) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(
                "200",
                map(
                        "description",
                        "The tool has ended well",
                        "content",
                        map(mediaType(port.returns().decoder()), map("schema", JsonSchema.of(port.returns())))));
        responses.put("400", failed("BadArguments: a value is none of its parameter's"));
        responses.put("403", failed("NotAllowed: the provider does not do it for this caller"));
        responses.put("404", failed("NoProvider: nobody offers it now"));
        responses.put("409", failed("SpecMismatch: the provider means something else by this name"));
        responses.put("499", failed("CallCancelled: the caller called it off"));
        responses.put("500", failed("ToolFailed: the tool failed; exitCode and errors say how"));
        responses.put("502", failed("ProviderLost: how far the tool came is not known"));
        responses.put("503", failed("Busy: all that offer it are busy"));
        responses.put("504", failed("CallTimedOut: the tool ran longer than it may, and was ended"));
        return responses;
    }

    private static String mediaType(Decoder decoder) {
        return decoder == Decoder.TEXT || decoder == Decoder.STREAM ? "text/plain" : "application/json";
    }

    private static Map<String, Object> failed(String description) {
        return map(
                "description",
                description,
                "content",
                map("application/json", map("schema", map("$ref", "#/components/schemas/Fault"))));
    }

    private static Map<String, Object> fault() {
        return JsonSchema.object(
                map(
                        "message", map("type", "string"),
                        "exitCode", map("type", "integer"),
                        "errors", map("type", "string")),
                List.of("message"),
                false);
    }
}
