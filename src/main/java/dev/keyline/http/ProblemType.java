package dev.keyline.http;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The published catalogue of what can go wrong. A name is an address ({@code /problems/<name>}) that callers branch on:
 * entries are added, never renamed.
 */
public enum ProblemType {
    BAD_INPUT(
            400,
            Retry.AFTER_CHANGE,
            "Bad input",
            "Something in the body, the path, a query parameter or a header cannot be taken as it is.",
            "Correct what `errors` lists; each entry has a JSON pointer to the place, and all of them are listed at once."),
    NOT_SIGNED_IN(
            401,
            Retry.AFTER_CHANGE,
            "Not signed in",
            "The request carries no credentials, or none that hold: a wrong password, or a token that is expired, unsigned"
                    + " or made for somebody else.",
            "Sign in (`GET /session/ways-in` says how), or send a fresh token or password."),
    FORBIDDEN(
            403,
            Retry.NO,
            "Not allowed",
            "You are known, and none of your roles may do this; or a browser sent a change that did not come from this"
                    + " service's own pages.",
            "Ask for a role that may; see `GET /session` for those you have."),
    OWN_PROPOSAL(
            403,
            Retry.NO,
            "Approved by another person",
            "What somebody has written comes into force by another person's word.",
            "Ask another approver, who has written none of its texts."),
    NOT_FOUND(
            404,
            Retry.NO,
            "Not found",
            "Nothing exists at this address.",
            "Check the id and the path; `/q/openapi` lists every path."),
    METHOD_NOT_ALLOWED(
            405,
            Retry.NO,
            "Method not allowed",
            "The address exists and does not know this method.",
            "Use a method that `/q/openapi` lists for the path."),
    NOT_ACCEPTABLE(
            406,
            Retry.AFTER_CHANGE,
            "Not acceptable",
            "The answer cannot be given in any media type that `Accept` names.",
            "Accept `application/json`, or what `/q/openapi` lists for the path."),
    CONFLICT(
            409,
            Retry.AFTER_CHANGE,
            "Conflict with the present state",
            "The request is well formed and contradicts how things stand; `detail` says what stands in the way.",
            "Read the thing again and decide anew."),
    STALE(
            412,
            Retry.AFTER_CHANGE,
            "Changed by somebody else",
            "The thing was changed after you read it, so your change would overwrite one you have not seen.",
            "Read it again, redo the change on top, and send the new `ETag` as `If-Match`."),
    TOO_LARGE(
            413,
            Retry.AFTER_CHANGE,
            "Too large",
            "The body is larger than the service takes (`quarkus.http.limits.max-body-size`), or a model has more text or"
                    + " rows than it compiles; `errors` then says which.",
            "Send it in several parts; split a model into several that import each other."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            Retry.AFTER_CHANGE,
            "Unsupported media type",
            "The body's `Content-Type` is not one that this address reads.",
            "Send `application/json`, or what `/q/openapi` lists for the path."),
    KEY_REUSED(
            422,
            Retry.AFTER_CHANGE,
            "Idempotency key used for something else",
            "The `Idempotency-Key` was already used with another request, so this one is not its repetition.",
            "Use a new key for each new request, the same key only to repeat one."),
    UNDECIDED(
            422,
            Retry.AFTER_CHANGE,
            "The policy gives no outcome",
            "The facts are well formed, and no row of the policy takes them: a gap in its tables. Nothing was recorded.",
            "Send other facts, or have the policy's owner close the gap; `detail` names the policy."),
    MODEL_STOPPED(
            422,
            Retry.AFTER_CHANGE,
            "The model was stopped",
            "Compiling or evaluating the model took more time or memory than a model may take, so it was stopped. Others"
                    + " are not affected.",
            "Look for a loop over many values, recursion without end or a costly regular expression; `detail` says which"
                    + " budget was exceeded."),
    REFUSED_TEXT(
            422,
            Retry.AFTER_CHANGE,
            "The text cannot be taken",
            "A policy's text is not well-formed, does not compile, contradicts what it stands beside, or holds what a text"
                    + " from outside may not: external functions, a DOCTYPE, imports from elsewhere, nesting without end."
                    + " What was there before is as it was.",
            "Correct what `errors` lists: each names the file and the place in it."),
    NOT_BACK_DATED(
            422,
            Retry.AFTER_CHANGE,
            "Nothing comes into force in the past",
            "The instant from which it would be in force is over, and decisions have been made since.",
            "Leave it out for now, or name one to come."),
    PRECONDITION_REQUIRED(
            428,
            Retry.AFTER_CHANGE,
            "If-Match is missing",
            "This is changed by several people, so a change must say which state it is based on.",
            "Read it, and send its `ETag` as `If-Match`."),
    TOO_MANY_REQUESTS(
            429,
            Retry.LATER,
            "Too many attempts",
            "Too many attempts in a short time, for instance with a wrong password or with a model that had to be stopped"
                    + " each time.",
            "Wait as many seconds as `Retry-After` says."),
    INTERNAL(
            500,
            Retry.LATER,
            "Something broke here",
            "The fault is ours. `incident` identifies it in the service's log.",
            "Repeat it once, with the same `Idempotency-Key` if it records something; then give the incident to whoever"
                    + " runs the service."),
    UNAVAILABLE(
            503,
            Retry.LATER,
            "Not available at the moment",
            "Something the service needs, for instance the database, does not answer.",
            "Repeat it after a pause, with the same `Idempotency-Key` if it records something.");

    /** Whether sending the request again helps. */
    public enum Retry {
        NO,
        AFTER_CHANGE,
        LATER;

        /** As it is published, for instance {@code after-change}. */
        public String id() {
            return kebab(name());
        }
    }

    private final int status;
    private final Retry retry;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(int status, Retry retry, String title, String meaning, String remedy) {
        this.status = status;
        this.retry = retry;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** Its address, relative to the service: the {@code type} of a problem. */
    public URI uri() {
        return URI.create("/problems/" + id());
    }

    /** The name in the address, as in {@code bad-input}. */
    public String id() {
        return kebab(name());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public Retry retry() {
        return retry;
    }

    public String meaning() {
        return meaning;
    }

    public String remedy() {
        return remedy;
    }

    /** The entry of a status that came from the framework, empty when none describes it. */
    static Optional<ProblemType> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }

    /** The entry of that {@link #id}. */
    public static Optional<ProblemType> named(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
