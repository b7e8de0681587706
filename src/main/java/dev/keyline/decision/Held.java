package dev.keyline.decision;

import com.fasterxml.jackson.databind.JsonNode;

/** What a policy had concluded, and what made it. */
public record Held(Grounds grounds, JsonNode outcome) {}
