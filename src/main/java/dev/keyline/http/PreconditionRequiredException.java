package dev.keyline.http;

/** A change of something shared came without saying which state it is based on: 428. */
final class PreconditionRequiredException extends Refusal {
    private static final long serialVersionUID = 1L;

    PreconditionRequiredException(String currentTag) {
        super(
                ProblemType.PRECONDITION_REQUIRED,
                "Send the ETag of the state you changed as If-Match; at present it is " + currentTag + ".");
    }
}
