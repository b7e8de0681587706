package dev.keyline.policy.web;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.http.BadInputException;
import dev.keyline.policy.Policies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Bytes that somebody sent, as the texts of a policy. */
final class SentTexts {
    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,199}");
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private SentTexts() {}

    /** @param present where the policy's file stands; null for a policy that does not exist yet */
    static String path(String policy, @Nullable String present, @Nullable String topic) {
        if (present != null) {
            return present;
        }
        if (topic != null && !TOPIC.matcher(topic).matches()) {
            throw new BadInputException("topic", "must be a name in kebab-case, as in tiering");
        }
        return "dmn/" + (topic == null ? "other" : topic) + "/" + policy + ".dmn";
    }

    static PolicyText text(String policy, String path, byte[] sent) {
        return new PolicyText(policy, path, decode(path, sent));
    }

    /** The parts named {@code model}: the first is the policy's own, whatever its file is called. */
    static List<PolicyText> texts(String policy, String path, List<FileUpload> uploads) {
        List<PolicyText> texts = new ArrayList<>();
        for (FileUpload upload : uploads) {
            if (upload.name().equals("model")) {
                byte[] content = content(upload);
                texts.add(texts.isEmpty() ? text(policy, path, content) : imported(path, upload.fileName(), content));
            }
        }
        if (texts.isEmpty()) {
            throw new BadInputException("/model", "is missing: send a part of this name for each file");
        }
        if ((policy.equals(Policies.CATALOGUE) || policy.equals(Policies.VOCABULARY)) && texts.size() > 1) {
            throw new BadInputException("/model", "is one file: " + policy + " imports nothing");
        }
        return texts;
    }

    private static PolicyText imported(String path, String sentName, byte[] content) {
        // browsers may send a whole path, with either kind of slash
        String name = sentName.substring(Math.max(sentName.lastIndexOf('/'), sentName.lastIndexOf('\\')) + 1);
        if (!FILE_NAME.matcher(name).matches()) {
            throw new BadInputException("/model", "needs a file name of letters, digits, and . _ - or spaces");
        }
        String file = path.substring(0, path.lastIndexOf('/') + 1) + name;
        int end = name.lastIndexOf('.');
        return new PolicyText(end < 1 ? name : name.substring(0, end), file, decode(file, content));
    }

    private static byte[] content(FileUpload upload) {
        try {
            return Files.readAllBytes(upload.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException("the upload " + upload.fileName(), e);
        }
    }

    private static String decode(String path, byte[] sent) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(sent))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RejectedTextException(path, List.of("is not text in UTF-8"));
        }
    }
}
