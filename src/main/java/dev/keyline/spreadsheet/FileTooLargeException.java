package dev.keyline.spreadsheet;

import dev.keyline.http.ProblemType;
import dev.keyline.http.Refusal;

/** A file larger than any table needs: 413, before anything in it is read. */
public final class FileTooLargeException extends Refusal {
    private static final long serialVersionUID = 1L;

    FileTooLargeException(int bytes, int most) {
        super(ProblemType.TOO_LARGE, "the file has %,d bytes, and may have %,d".formatted(bytes, most));
    }
}
