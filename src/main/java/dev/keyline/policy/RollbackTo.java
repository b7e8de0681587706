package dev.keyline.policy;

/** What a rollback of a policy brings back. */
public sealed interface RollbackTo {
    /** What was before its newest publication: one that lies ahead is called off, else what it replaced holds again. */
    record TheOneBefore() implements RollbackTo {}

    /** A version that was in force, or that a release has shipped; all that lies ahead is called off. */
    record Version(int number) implements RollbackTo {}

    /** Nothing, as before the policy's first version; all that lies ahead is called off. */
    record OutOfForce() implements RollbackTo {}
}
