package dev.keyline.brief;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * XHTML as PDF. With NoMachineFonts the only class that touches the renderer, so that a service nobody asks for a PDF never loads it. Its
 * fonts are its own: a machine without any gives the same pages.
 */
final class PdfPages {
    private static final String FAMILY = "DejaVu";
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";

    static {
        FontMappers.set(new NoMachineFonts());
    }

    private PdfPages() {}

    static byte[] of(String xhtml) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withHtmlContent(xhtml, null)
                .withProducer("Keyline")
                // tagged for screen readers, and with no font that is not embedded
                .usePdfUaAccessibility(true)
                .useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null)
                .toStream(pdf);
        font(builder, ".ttf", 400);
        font(builder, "-Bold.ttf", 700);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a brief that would not become a PDF", e);
        }
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight) {
        builder.useFont(
                () -> Objects.requireNonNull(PdfPages.class.getResourceAsStream(FONTS + file)),
                FAMILY,
                weight,
                FontStyle.NORMAL,
                true);
    }
}
