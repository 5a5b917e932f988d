package dev.premia.plandoc;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;

/**
 * Documents as PDF: the same text as in HTML, on A4 pages with the plan, its hash and the page number at the foot. The fonts are embedded
 * (Liberation, which have Cyrillic letters), so the text can be read, searched and copied anywhere.
 */
public final class PdfWriter {
    private static final String FONTS = "/liberation/";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private PdfWriter() {}

    /** Writes the document and leaves the stream open. */
    public static void write(PlanDocument document, OutputStream out) throws IOException {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(HtmlWriter.write(document), null);
        builder.withProducer("Premia");
        font(builder, "LiberationSans-Regular.ttf", "Liberation Sans", REGULAR);
        font(builder, "LiberationSans-Bold.ttf", "Liberation Sans", BOLD);
        font(builder, "LiberationMono-Regular.ttf", "Liberation Mono", REGULAR);
        builder.toStream(out);
        builder.run();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> stream(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream stream(String file) {
        InputStream font = PdfWriter.class.getResourceAsStream(FONTS + file);
        if (font == null) {
            throw new IllegalStateException("the class path lacks the font " + file);
        }
        return font;
    }
}
