package org.labcast.publisher.report;

import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.labcast.text.Printable;

/** Writes well-formed XML into memory; whatever text comes in, it stays text. */
final class XmlWriter {
    private interface Step {
        void run() throws XMLStreamException;
    }

    private final XMLStreamWriter writer;

    private XmlWriter(XMLStreamWriter writer) {
        this.writer = writer;
    }

    static String write(Consumer<XmlWriter> content) {
        StringWriter text = new StringWriter();
        quietly(() -> {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            content.accept(new XmlWriter(writer));
            writer.writeEndDocument();
        });
        return text.append('\n').toString();
    }

    XmlWriter xmlDeclaration() {
        quietly(() -> writer.writeStartDocument("UTF-8", "1.0"));
        return this;
    }

    XmlWriter doctype(String doctype) {
        quietly(() -> writer.writeDTD(doctype));
        return this;
    }

    /** @param attributes names and values in turn */
    XmlWriter element(String name, Runnable content, String... attributes) {
        quietly(() -> {
            writer.writeStartElement(name);
            attributes(attributes);
            content.run();
            writer.writeEndElement();
        });
        return this;
    }

    XmlWriter element(String name, String text, String... attributes) {
        return element(name, () -> text(text), attributes);
    }

    XmlWriter empty(String name, String... attributes) {
        quietly(() -> {
            writer.writeEmptyElement(name);
            attributes(attributes);
        });
        return this;
    }

    XmlWriter text(String text) {
        quietly(() -> writer.writeCharacters(clean(Printable.lines(text))));
        return this;
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], clean(Printable.of(attributes[i + 1])));
        }
    }

    /** What {@link Printable} leaves and XML 1.0 (section 2.2) does not allow. */
    private static String clean(String text) {
        return text.replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML into memory cannot fail", e);
        }
    }
}
