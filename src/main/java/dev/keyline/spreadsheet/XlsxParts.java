package dev.keyline.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of an XLSX file, unpacked under limits: the file is a stranger's, and few bytes can be made to unpack to very
 * many. What is encrypted or brings macros is refused.
 */
final class XlsxParts {
    /** A table of 20,000 rows and ten columns unpacks to about 16 MB. */
    private static final int MOST_UNPACKED = 32 * 1024 * 1024;

    /** Sheets of equal rows pack to a fiftieth; a bomb of zeros to a thousandth. */
    private static final int MOST_RATIO = 100;

    private static final int RATIO_COUNTS_FROM = 1024 * 1024;
    private static final int MOST_ENTRIES = 500;
    private static final int BUFFER = 16 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private final Map<String, byte[]> parts = new HashMap<>();

    private XlsxParts() {}

    static XlsxParts unpack(byte[] file) {
        if (startsWith(file, COMPOUND)) {
            throw new UnreadableSheetException(
                    "is encrypted or in the format of Excel 97: save it without a password, as .xlsx");
        }
        if (!startsWith(file, ZIP)) {
            throw new UnreadableSheetException("is no XLSX file");
        }
        XlsxParts parts = new XlsxParts();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            parts.unpack(zip, file.length);
        } catch (IOException | IllegalArgumentException e) { // the latter for names that are no UTF-8
            throw new UnreadableSheetException("is damaged: " + e.getMessage());
        }
        return parts;
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    private void unpack(ZipInputStream zip, int packed) throws IOException {
        int unpacked = 0;
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            if (entries > MOST_ENTRIES) {
                throw new UnreadableSheetException("has more than %d parts".formatted(MOST_ENTRIES));
            }
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith(".bin") && name.contains("vba")) {
                throw new UnreadableSheetException("has macros: save it as .xlsx");
            }
            byte[] part = content(zip, packed, unpacked);
            unpacked += part.length;
            if (parts.put(name, part) != null) {
                throw new UnreadableSheetException("is damaged: it has the part %s twice".formatted(entry.getName()));
            }
        }
    }

    private static byte[] content(ZipInputStream zip, int packed, int unpackedBefore) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            content.write(buffer, 0, read);
            int unpacked = unpackedBefore + content.size();
            if (unpacked > MOST_UNPACKED) {
                throw new UnreadableSheetException("unpacks to more than %d MB".formatted(MOST_UNPACKED / 1024 / 1024));
            }
            if (unpacked > RATIO_COUNTS_FROM && unpacked / packed > MOST_RATIO) {
                throw new UnreadableSheetException("unpacks to more than %d times its size".formatted(MOST_RATIO));
            }
        }
        return content.toByteArray();
    }

    /** Whether a part mentions something, as the list of content types does. */
    boolean mentions(String name, String text) {
        byte[] part = parts.get(name.toLowerCase(Locale.ROOT));
        return part != null && new String(part, StandardCharsets.UTF_8).contains(text);
    }

    /** What walks through a part's elements; empty when there is no such part. */
    Optional<Elements> find(String name) {
        return Optional.ofNullable(parts.get(name.toLowerCase(Locale.ROOT))).map(Elements::new);
    }

    Elements get(String name) {
        return find(name).orElseThrow(() -> new UnreadableSheetException("is no XLSX file: it lacks " + name));
    }

    /** Goes through a part from start tag to start tag, by local names: strict and transitional files differ in the rest. */
    static final class Elements {
        private static final XMLInputFactory FACTORY = factory();
        private final XMLStreamReader xml;

        private Elements(byte[] part) {
            try {
                xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
            } catch (XMLStreamException e) {
                throw damaged(e);
            }
        }

        /** The JDK's own: one that a library brings along would have other limits. */
        private static XMLInputFactory factory() {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return factory;
        }

        private static UnreadableSheetException damaged(XMLStreamException e) {
            return new UnreadableSheetException("is damaged: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no XML"));
        }

        /** The next event: a start or end tag, or text; end of document is an end tag without a name. */
        int next() {
            try {
                while (xml.hasNext()) {
                    int event = xml.next();
                    if (event == XMLStreamReader.DTD) {
                        throw new UnreadableSheetException("is refused: a part of it has a DOCTYPE");
                    }
                    if (event == XMLStreamReader.START_ELEMENT
                            || event == XMLStreamReader.END_ELEMENT
                            || event == XMLStreamReader.CHARACTERS
                            || event == XMLStreamReader.CDATA
                            || event == XMLStreamReader.SPACE) {
                        return event;
                    }
                }
                return XMLStreamReader.END_DOCUMENT;
            } catch (XMLStreamException e) {
                throw damaged(e);
            }
        }

        /** Goes to the next start tag of a name; false at the end of the part. */
        boolean to(String name) {
            for (int event = next(); event != XMLStreamReader.END_DOCUMENT; event = next()) {
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals(name)) {
                    return true;
                }
            }
            return false;
        }

        String name() {
            return xml.getLocalName();
        }

        String text() {
            return xml.getText();
        }

        /** An attribute by its local name; empty text when there is none. */
        String attribute(String name) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(name)) {
                    return xml.getAttributeValue(i);
                }
            }
            return "";
        }
    }
}
