package dev.premia.payroll;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A batch as an XML document for 1C, with control totals at its end. */
public final class BatchXml {
    private static final String FORMAT_VERSION = "1";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private BatchXml() {}

    /**
     * @param at when the month was closed, local time
     */
    public static byte[] write(Batch batch, PayrollTerms terms, LocalDateTime at) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("ВыгрузкаПремий");
            xml.writeAttribute("Версия", FORMAT_VERSION);
            xml.writeAttribute("ИдВыгрузки", batch.id().toString());
            xml.writeAttribute("ДатаФормирования", MOMENT.format(at.truncatedTo(ChronoUnit.SECONDS)));
            xml.writeAttribute("МесяцНачисления", batch.period().atDay(1).toString());
            organisation(xml, terms.employer(batch.organisation()));
            for (int i = 0; i < batch.rows().size(); i++) {
                row(xml, batch, i, terms);
            }
            line(xml, 1);
            xml.writeEmptyElement("Итого");
            xml.writeAttribute("Строк", Integer.toString(batch.rows().size()));
            xml.writeAttribute("Сумма", batch.amount(batch.totalMinor()).toPlainString());
            line(xml, 0);
            xml.writeEndElement();
            line(xml, 0);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory cannot fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void organisation(XMLStreamWriter xml, PayrollTerms.Employer employer) throws XMLStreamException {
        line(xml, 1);
        xml.writeEmptyElement("Организация");
        xml.writeAttribute("ИНН", employer.inn());
        xml.writeAttribute("КПП", employer.kpp());
        xml.writeAttribute("Наименование", employer.name());
    }

    private static void row(XMLStreamWriter xml, Batch batch, int index, PayrollTerms terms) throws XMLStreamException {
        Batch.Row row = batch.rows().get(index);
        line(xml, 1);
        xml.writeEmptyElement("Строка");
        xml.writeAttribute("Номер", Integer.toString(index + 1));
        xml.writeAttribute("Ид", row.id().toString());
        xml.writeAttribute("ТабельныйНомер", row.payee().employeeNumber());
        xml.writeAttribute("ФИО", row.payee().name());
        xml.writeAttribute("КодНачисления", terms.accrualCode());
        xml.writeAttribute("ДатаНачала", batch.period().atDay(1).toString());
        xml.writeAttribute("ДатаОкончания", batch.period().atEndOfMonth().toString());
        xml.writeAttribute("Сумма", batch.amount(row.minor()).toPlainString());
        xml.writeAttribute("Основание", row.basis());
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
