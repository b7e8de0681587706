package dev.keyline.notify;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription as somebody wants it. */
@Schema(description = "A subscription as you want it.")
public record SubscriptionDraft(
        @Schema(description = "What people call it, up to 200 characters.", nullable = true) @Nullable
        String name,

        @Schema(description = "webhook, email or kafka; it cannot change.", nullable = true) @Nullable
        Channel channel,

        @Schema(
                description =
                        "webhook: an http or https URL; kafka: a topic; email: one address, absent: the recipients' own.",
                nullable = true)
        @Nullable
        String target,

        @Schema(
                description = "Types of notifications, `case.*` for all that begin with `case.`; absent or empty: all.",
                nullable = true)
        @Nullable
        List<String> types,

        @Schema(description = "Whether it is told anything; absent: yes.", nullable = true) @Nullable
        Boolean enabled) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TARGET = 2_000;
    private static final int MOST_TYPES = 100;
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*(\\.\\*)?");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    // what a mail server makes of it is its own; this keeps out what could never be one, and what could be two
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");

    List<String> typesOrAll() {
        return Objects.requireNonNullElse(types, List.of());
    }

    boolean enabledOrYes() {
        return !Boolean.FALSE.equals(enabled);
    }

    /**
     * Holds it to the rules.
     *
     * @throws BadInputException with everything that is wrong
     */
    void check() {
        List<InputError> errors = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            errors.add(new InputError("/name", "must be a text of 1 to " + LONGEST_NAME + " characters"));
        }
        if (channel == null) {
            errors.add(new InputError("/channel", "must be one of webhook, email, kafka"));
        } else {
            String refusal = refusal(channel, target);
            if (refusal != null) {
                errors.add(new InputError("/target", refusal));
            }
        }
        List<String> all = typesOrAll();
        if (all.size() > MOST_TYPES) {
            errors.add(new InputError("/types", "must be no more than " + MOST_TYPES));
        }
        for (int i = 0; i < all.size(); i++) {
            String type = all.get(i);
            if (type == null || !TYPE.matcher(type).matches()) {
                errors.add(new InputError("/types/" + i, "must be a type such as case.opened, or case.*"));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
    }

    private static @Nullable String refusal(Channel channel, @Nullable String target) {
        return switch (channel) {
            case WEBHOOK -> isWebAddress(target) ? null : "must be an http or https URL without user or fragment";
            case KAFKA -> target != null && TOPIC.matcher(target).matches() ? null : "must be the name of a topic";
            case EMAIL ->
                target == null || ADDRESS.matcher(target).matches() ? null : "must be one mail address, or absent";
        };
    }

    private static boolean isWebAddress(@Nullable String target) {
        if (target == null || target.length() > LONGEST_TARGET) {
            return false;
        }
        try {
            URI url = new URI(target);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null
                    && url.getPort() != 0
                    && url.getPort() <= 65_535;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
