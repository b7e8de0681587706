package dev.keyline.http;

/** What the path names does not exist, or not for this caller: 404. */
public final class NotFoundException extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param what the kind of thing, as in "account"
     * @param id what the caller called it
     */
    public NotFoundException(String what, String id) {
        this("There is no " + what + " " + id + ".");
    }

    /** Says in a sentence what there is to say beyond that there is no such thing. */
    public NotFoundException(String detail) {
        super(ProblemType.NOT_FOUND, detail);
    }
}
