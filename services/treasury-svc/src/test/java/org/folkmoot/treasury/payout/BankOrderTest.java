// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.folkmoot.constitution.Bic;
import org.folkmoot.constitution.Iban;
import org.folkmoot.constitution.Outside;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The order that a bank gets has the structure of its message, whatever is written in it. */
class BankOrderTest {
    private static final Hash ID = Hash.of("payout".getBytes(UTF_8));
    private static final Instant AT = Instant.parse("2026-11-26T23:30:00.250Z");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Outside.Bank FROM =
            new Outside.Bank("Skerry & Søn", new Iban("NO9386011117947"), Optional.of(new Bic("DNBANOKK")));
    private static final Receiver.Bank BEA = receiver("Bea", Optional.of(new Bic("DEUTDEFF500")));

    @Test
    void aWholeOrderHasTheStructureOfTheMessage() {
        var order = order("EUR", BEA, "Nails", FROM);

        assertThatCode(() -> validate(order)).doesNotThrowAnyException();
        assertThat(text(order, "MsgId")).isEqualTo(ID.hex().substring(0, 32));
        assertThat(text(order, "EndToEndId")).isEqualTo(ID.hex().substring(0, 32));
        assertThat(text(order, "InstdAmt")).isEqualTo("80.00");
        assertThat(text(order, "CreDtTm")).isEqualTo("2026-11-26T23:30:00Z");
        assertThat(text(order, "Ustrd")).isEqualTo("Nails");
        assertThat(new String(order, UTF_8))
                .contains("<Nm>Skerry + Son</Nm>", "<Cd>SEPA</Cd>", "<ChrgBr>SLEV</ChrgBr>");
    }

    @Test
    void whatIsNotSaidIsLeftOut() {
        var order = order(
                "NOK",
                receiver("Bea", Optional.empty()),
                "",
                new Outside.Bank("Skerry", FROM.iban(), Optional.empty()));

        assertThatCode(() -> validate(order)).doesNotThrowAnyException();
        assertThat(new String(order, UTF_8))
                .contains("<Id>NOTPROVIDED</Id>", "Ccy=\"NOK\"")
                .doesNotContain("SEPA", "RmtInf", "CdtrAgt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Neill", "Müller-Lüdenscheidt", "A & B", "(a) a.b,c:d?+/e"})
    void namesOfAllKindsAreWellFormed(String name) {
        assertThatCode(() -> validate(order("EUR", receiver(name, Optional.empty()), name, FROM)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"</Nm><Nm>x", "<![CDATA[", "\u0001", "]]>"})
    void whatWouldBreakOutOfTheMessageIsRefused(String name) {
        assertThatThrownBy(() -> order("EUR", receiver(name, Optional.empty()), "", FROM))
                .isInstanceOf(PayoutRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"UTC, 2026-11-26", "Europe/Oslo, 2026-11-27", "America/Lima, 2026-11-26"})
    void thePaymentIsForTheDayOfThePlace(String zone, String day) {
        var order = new BankOrder(ID, "EUR", "80.00", FROM, BEA, "", AT, ZoneId.of(zone)).xml();

        assertThat(text(order, "Dt")).isEqualTo(day);
    }

    @Test
    void itIsTheSameBytesEachTime() {
        assertThat(order("EUR", BEA, "Nails", FROM)).isEqualTo(order("EUR", BEA, "Nails", FROM));
    }

    private static byte[] order(String asset, Receiver.Bank to, String memo, Outside.Bank from) {
        return new BankOrder(ID, asset, "80.00", from, to, memo, AT, UTC).xml();
    }

    private static Receiver.Bank receiver(String name, Optional<Bic> bic) {
        return new Receiver.Bank(new Iban("DE89370400440532013000"), name, bic);
    }

    private static void validate(byte[] order) throws SAXException, IOException {
        schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(order)));
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(requireNonNull(BankOrderTest.class.getResource("/pain-structure.xsd")));
    }

    private static String text(byte[] order, String element) {
        return parse(order)
                .getElementsByTagNameNS(BankOrder.NAMESPACE, element)
                .item(0)
                .getTextContent();
    }

    private static Document parse(byte[] order) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(order));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }
}
