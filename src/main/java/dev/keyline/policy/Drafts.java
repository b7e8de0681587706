package dev.keyline.policy;

import dev.keyline.audit.Audit;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.http.BadInputException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.StaleException;
import dev.keyline.http.Versions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What people work on: one draft a person and policy. Nobody overwrites what he has not seen. */
@Singleton
public class Drafts {
    private final Jdbi jdbi;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Drafts(Jdbi jdbi, Policies policies, Audit audit, Clock clock) {
        this.jdbi = jdbi;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The draft that a person has of a policy. */
    public Optional<Draft> find(String policy, String author) {
        return jdbi.withHandle(handle -> DraftStore.find(handle, policy, author));
    }

    /**
     * As {@link #find}.
     *
     * @throws NotFoundException when there is none
     */
    public Draft get(String policy, String author) {
        return find(policy, author).orElseThrow(() -> missing(policy, author));
    }

    /** Everybody's drafts of a policy, by author. */
    public List<Draft> of(String policy) {
        return jdbi.withHandle(handle -> DraftStore.of(handle, policy));
    }

    /** Who has a draft of which policy. */
    public Map<String, List<String>> authors() {
        Map<String, List<String>> authors = new LinkedHashMap<>();
        jdbi.withHandle(DraftStore::owners)
                .forEach(owner -> authors.merge(
                        owner.policy(),
                        List.of(owner.author()),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return authors;
    }

    /**
     * What a save may rest on.
     *
     * @param ifMatch the entity tag of the draft that was read; null for the first
     * @param ifNoneMatch {@code *} to begin one, whatever {@code ifMatch} says
     */
    public record Precondition(
            @Nullable String ifMatch, @Nullable String ifNoneMatch) {
        /** To replace that revision and no other. */
        public static Precondition revision(long revision) {
            return new Precondition(Versions.tag(revision).toString(), null);
        }
    }

    /**
     * What is to be saved.
     *
     * @param texts the policy's own first, then models that it imports
     * @param base the version it began from; null: that of the draft before, else the one in force, or the last that was
     * @param merged another version whose changes it takes over; null: that of the draft before
     */
    public record Edit(
            List<PolicyText> texts,
            @Nullable Integer base,
            @Nullable Integer merged,
            @Nullable String message) {
        /** Texts that take over nothing but their base. */
        public Edit(List<PolicyText> texts, @Nullable Integer base, @Nullable String message) {
            this(texts, base, null, message);
        }

        public Edit {
            texts = List.copyOf(texts);
        }
    }

    /**
     * Begins a draft or replaces its text.
     *
     * @throws dev.keyline.engine.RejectedTextException when a text cannot be read; the draft before stays
     * @throws StaleException when somebody (the author in another window) has saved it meanwhile
     */
    public Draft save(String policy, String author, Precondition precondition, Edit edit) {
        if (policies.newest(policy).isEmpty()) {
            DraftDoor.requireName(policy);
        }
        DraftDoor.refuse(edit.texts(), () -> vocabulary(author));
        return jdbi.inTransaction(handle -> {
            Draft before = DraftStore.lock(handle, policy, author).orElse(null);
            requireMatch(precondition, before);
            return write(handle, before, next(policy, author, edit, before));
        });
    }

    /**
     * Everything that a draft's model needs: its own texts, and the vocabulary that its author works with unless they
     * bring one.
     */
    public List<PolicyText> complete(Draft draft) {
        PolicyText vocabulary = vocabulary(draft.author());
        String namespace = namespace(vocabulary);
        return draft.texts().stream().anyMatch(text -> namespace.equals(namespace(text)))
                ? draft.texts()
                : Stream.concat(draft.texts().stream(), Stream.of(vocabulary)).toList();
    }

    /**
     * A draft with its author's drafts of the vocabulary and of the catalogue, with which it is tried; itself first.
     *
     * @throws NotFoundException when there is no such draft
     */
    public List<Draft> withWords(String policy, String author) {
        Draft draft = get(policy, author);
        return Stream.concat(
                        Stream.of(draft),
                        Stream.of(Policies.VOCABULARY, Policies.CATALOGUE)
                                .filter(name -> !name.equals(policy))
                                .flatMap(name -> find(name, author).stream()))
                .toList();
    }

    private static String namespace(PolicyText text) {
        return DmnDocument.read(text.path(), text.text()).namespace();
    }

    /** The shared words that somebody works with: their draft of them, else those in force. */
    public PolicyText vocabulary(String author) {
        return find(Policies.VOCABULARY, author)
                .map(Draft::text)
                .orElseGet(() ->
                        policies.inForce(Policies.VOCABULARY).orElseThrow().asText());
    }

    private static void requireMatch(Precondition precondition, @Nullable Draft before) {
        if (before == null) {
            if (precondition.ifMatch() != null && !precondition.ifMatch().isBlank()) {
                throw new StaleException("no tag, because the draft is gone");
            }
            return;
        }
        String current = Versions.tag(before.revision()).toString();
        if ("*".equals(precondition.ifNoneMatch())) {
            throw new StaleException(current);
        }
        Versions.requireMatch(precondition.ifMatch(), before.revision());
    }

    private Draft next(String policy, String author, Edit edit, @Nullable Draft before) {
        Integer base = edit.base() != null ? edit.base() : before == null ? last(policy) : before.baseVersion();
        Integer merged = edit.merged() != null || before == null ? edit.merged() : before.mergedVersion();
        requireVersion(policy, "base", edit.base());
        requireVersion(policy, "merged", edit.merged());
        String message = edit.message() != null || before == null ? edit.message() : before.message();
        return new Draft(
                policy,
                author,
                edit.texts(),
                base,
                merged,
                before == null ? 1 : before.revision() + 1,
                DraftStore.micros(clock.instant()),
                message);
    }

    private void requireVersion(String policy, String parameter, @Nullable Integer number) {
        if (number != null && policies.findVersion(policy, number).isEmpty()) {
            throw new BadInputException(parameter, "there is no version " + number + " of " + policy);
        }
    }

    private @Nullable Integer last(String policy) {
        return policies.last(policy, clock.instant()).orElse(null);
    }

    /**
     * As {@link #get}; nobody changes it until the transaction ends.
     *
     * @throws NotFoundException when there is none
     */
    public Draft lock(Handle handle, String policy, String author) {
        return DraftStore.lock(handle, policy, author).orElseThrow(() -> missing(policy, author));
    }

    /** Ends a draft whose text has become a version; one that its author has gone on with stays. */
    public void end(Handle handle, PolicyVersion version) {
        DraftStore.lock(handle, version.policy(), version.author())
                .filter(draft -> NewVersion.edited(draft, "").sha256().equals(version.sha256()))
                .ifPresent(draft -> DraftStore.delete(handle, draft.policy(), draft.author()));
    }

    /** Puts a merged text in the place of a draft's, on the version that is in force now. */
    Draft replace(Draft before, Draft merged) {
        return jdbi.inTransaction(handle -> {
            Draft present = DraftStore.lock(handle, before.policy(), before.author())
                    .orElseThrow(() -> missing(before.policy(), before.author()));
            requireMatch(Precondition.revision(before.revision()), present);
            return write(handle, present, merged);
        });
    }

    private Draft write(Handle handle, @Nullable Draft before, Draft draft) {
        if (before == null) {
            if (!DraftStore.insert(handle, draft)) {
                throw new StaleException("the tag of a draft begun at the same time");
            }
        } else {
            DraftStore.update(handle, draft);
        }
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("revision", draft.revision());
        details.put("base", draft.baseVersion());
        details.put("sha256", NewVersion.edited(draft, "").sha256());
        audit.record(handle, draft.author(), "draft saved", path(draft), details);
        return draft;
    }

    /**
     * Throws a draft away.
     *
     * @throws NotFoundException when there is none
     */
    public void discard(String policy, String author, @Nullable String ifMatch) {
        jdbi.useTransaction(handle -> {
            Draft draft = DraftStore.lock(handle, policy, author).orElseThrow(() -> missing(policy, author));
            Versions.requireMatch(ifMatch, draft.revision());
            DraftStore.delete(handle, policy, author);
            audit.record(handle, author, "draft discarded", path(draft), Map.of("revision", draft.revision()));
        });
    }

    private static String path(Draft draft) {
        return "/policies/" + draft.policy() + "/drafts/" + draft.author();
    }

    private static NotFoundException missing(String policy, String author) {
        return new NotFoundException("draft of " + policy + " by", author);
    }
}
