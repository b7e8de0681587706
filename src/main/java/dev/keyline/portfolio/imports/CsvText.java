package dev.keyline.portfolio.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text: UTF-8 or nothing, because a guessed encoding spoils names without anyone noticing. */
final class CsvText {
    private static final char BOM = '\ufeff';

    private CsvText() {}

    static String decode(byte[] bytes) throws UnreadableFileException {
        refuseOtherFormats(bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new UnreadableFileException(
                    "is not UTF-8 at line " + line(bytes, in.position()) + "; save it as UTF-8 (in Excel: CSV UTF-8)");
        }
        String text = out.flip().toString();
        int control = firstControl(text);
        if (control >= 0) {
            throw new UnreadableFileException("is no text file: there is a control character at line "
                    + (1
                            + text.substring(0, control)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count()));
        }
        return text.isEmpty() || text.charAt(0) != BOM ? text : text.substring(1);
    }

    private static void refuseOtherFormats(byte[] bytes) throws UnreadableFileException {
        if (bytes.length == 0) {
            throw new UnreadableFileException("is empty");
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            throw new UnreadableFileException("is an Excel workbook or another archive; save the sheet as CSV UTF-8");
        }
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            throw new UnreadableFileException("is UTF-16; save it as UTF-8 (in Excel: CSV UTF-8)");
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static int line(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static int firstControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                return i;
            }
        }
        return -1;
    }
}
