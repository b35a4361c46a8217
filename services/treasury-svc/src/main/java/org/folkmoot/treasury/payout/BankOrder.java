// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.folkmoot.constitution.BankText;
import org.folkmoot.constitution.Bic;
import org.folkmoot.constitution.Outside;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Receiver;

/**
 * A payment as the message {@code pain.001.001.09} of ISO 20022, which a bank takes: one credit transfer. It is the same bytes
 * whenever it is asked for.
 *
 * @param amount as people write it
 * @param zone the place whose day the payment is for
 */
record BankOrder(
        Hash payout,
        String asset,
        String amount,
        Outside.Bank from,
        Receiver.Bank to,
        String memo,
        Instant orderedAt,
        ZoneId zone) {
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final int MOST_ID = 32;
    private static final int MOST_NAME = 70;
    private static final int MOST_MEMO = 140;
    private static final String EURO = "EUR";

    /** What the payment is called in the message and on the receiver's statement: the first half of its id. */
    static String name(Hash payout) {
        return payout.hex().substring(0, MOST_ID);
    }

    byte[] xml() {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, UTF_8.name());
            xml.writeStartDocument(UTF_8.name(), "1.0");
            new Message(xml).write();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing can go wrong in memory", e);
        }
        return out.toByteArray();
    }

    private static String text(String text, int longest) {
        return BankText.of(text, longest)
                .orElseThrow(() -> new PayoutRefused(new PayoutRefusal.OrderImpossible("not for banks: " + text)));
    }

    /** Writes the message, part by part. */
    private final class Message {
        private final XMLStreamWriter xml;

        Message(XMLStreamWriter xml) {
            this.xml = xml;
        }

        void write() throws XMLStreamException {
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            begin("CstmrCdtTrfInitn");
            begin("GrpHdr");
            put("MsgId", name(payout));
            put("CreDtTm", orderedAt.truncatedTo(ChronoUnit.SECONDS).toString());
            put("NbOfTxs", "1");
            put("CtrlSum", amount);
            begin("InitgPty");
            put("Nm", text(from.name(), MOST_NAME));
            end(2);
            begin("PmtInf");
            information();
            debtor();
            begin("CdtTrfTxInf");
            transfer();
            end(4);
        }

        private void information() throws XMLStreamException {
            put("PmtInfId", name(payout));
            put("PmtMtd", "TRF");
            put("BtchBookg", "false");
            put("NbOfTxs", "1");
            put("CtrlSum", amount);
            if (asset.equals(EURO)) {
                begin("PmtTpInf");
                begin("SvcLvl");
                put("Cd", "SEPA");
                end(2);
            }
            begin("ReqdExctnDt");
            put("Dt", DateTimeFormatter.ISO_LOCAL_DATE.format(orderedAt.atZone(zone)));
            end(1);
        }

        private void debtor() throws XMLStreamException {
            begin("Dbtr");
            put("Nm", text(from.name(), MOST_NAME));
            end(1);
            account("DbtrAcct", from.iban().text());
            begin("DbtrAgt");
            begin("FinInstnId");
            if (from.bic().isPresent()) put("BICFI", from.bic().get().text());
            else {
                begin("Othr");
                put("Id", "NOTPROVIDED");
                end(1);
            }
            end(2);
            put("ChrgBr", asset.equals(EURO) ? "SLEV" : "SHAR");
        }

        private void transfer() throws XMLStreamException {
            begin("PmtId");
            put("InstrId", name(payout));
            put("EndToEndId", name(payout));
            end(1);
            begin("Amt");
            xml.writeStartElement("InstdAmt");
            xml.writeAttribute("Ccy", asset);
            xml.writeCharacters(amount);
            end(2);
            if (to.bic().isPresent()) agent(to.bic().get());
            begin("Cdtr");
            put("Nm", text(to.name(), MOST_NAME));
            end(1);
            account("CdtrAcct", to.iban().text());
            if (memo.isEmpty()) return;
            begin("RmtInf");
            put("Ustrd", text(memo, MOST_MEMO));
            end(1);
        }

        private void agent(Bic bic) throws XMLStreamException {
            begin("CdtrAgt");
            begin("FinInstnId");
            put("BICFI", bic.text());
            end(2);
        }

        private void account(String name, String iban) throws XMLStreamException {
            begin(name);
            begin("Id");
            put("IBAN", iban);
            end(2);
        }

        private void begin(String name) throws XMLStreamException {
            xml.writeStartElement(name);
        }

        private void put(String name, String text) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }

        private void end(int elements) throws XMLStreamException {
            for (int i = 0; i < elements; i++) xml.writeEndElement();
        }
    }
}
