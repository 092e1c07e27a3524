package org.labcast.services.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.services.contract.DataType.Field;
import org.labcast.services.contract.DataType.RecordType;
import org.labcast.services.contract.DataType.Scalar;

final class ReturnTypeTest {
    private static final RecordType OPEN_PORT =
            new RecordType("OpenPort", List.of(new Field("port", Scalar.INT), new Field("state", Scalar.STRING)));

    private static ReturnType read(String text) {
        return ReturnType.read(text, name -> {
            if (name.equals("OpenPort")) {
                return OPEN_PORT;
            }
            throw new ContractException("there is no type '" + name + "'");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "String getOutputStream(aprocess),TEXT",
        "getOutputStream( aprocess ),TEXT",
        "String[] getLines(aprocess),LINES",
        "int getExitCode(aprocess),EXIT_CODE",
        "getJson(aprocess),JSON",
        "sendOutPutStream(aprocess),STREAM",
        "SendOutputStream(),STREAM",
        "'',NOTHING",
    })
    void decodersAreNamedByTheirFunction(String text, Decoder decoder) {
        assertThat(read(text).decoder()).isEqualTo(decoder);
        assertThat(read(text).data()).isEmpty();
    }

    @Test
    void jsonMayHoldADeclaredType() {
        assertThat(read("OpenPort getJson(aprocess)").data()).contains(OPEN_PORT);
        ReturnType several = read("OpenPort [] getJson(aprocess)");
        assertThat(several.data()).contains(new DataType.ListOf(OPEN_PORT));
        assertThat(several.written()).isEqualTo("OpenPort [int port; String state][] getJson");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "String getOutputStraem(aprocess)|'getOutputStraem' is no decoder; did you mean getOutputStream?",
                "x(aprocess)|'x' is no decoder; there are getOutputStream, getLines, getExitCode, getJson, sendOutPutStream",
                "int getLines(aprocess)|getLines gives String[], not int",
                "String|'String' is none; write a type and a decoder, as in 'String getOutputStream(aprocess)'",
                "Port getJson(aprocess)|there is no type 'Port'",
            })
    void whatIsNoneIsRefused(String text, String message) {
        assertThatThrownBy(() -> read(text)).hasMessage(message);
    }
}
