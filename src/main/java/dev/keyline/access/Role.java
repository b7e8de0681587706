package dev.keyline.access;

import java.util.List;

/** The roles, as they stand in {@code @RolesAllowed} and in an identity provider's tokens. A caller may hold several. */
public final class Role {
    /** Edits drafts of policies, checks and proposes them. */
    public static final String ANALYST = "analyst";

    /** Approves or rejects others' proposals and rolls back. */
    public static final String APPROVER = "approver";

    /** Looks after accounts and plans coverage: the sales manager. */
    public static final String MANAGER = "manager";

    /** A program that asks for decisions and sends facts. */
    public static final String SERVICE = "service";

    /** Reads everything, changes nothing. */
    public static final String AUDITOR = "auditor";

    /** Runs the service: imports, reviews, metrics. */
    public static final String OPERATOR = "operator";

    /** Every role, in the order people are told of them. */
    public static final List<String> ALL = List.of(ANALYST, APPROVER, MANAGER, SERVICE, AUDITOR, OPERATOR);

    private Role() {}
}
