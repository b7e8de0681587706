package dev.keyline.engine;

/**
 * A policy as its owner wrote it.
 *
 * @param id the policy's name: its model's name and the stem of its file, in kebab-case
 * @param path where it stands in the repository, as rows cite it: {@code dmn/tiering/account-tier.dmn}
 * @param text the DMN model or the DRL source
 */
public record PolicyText(String id, String path, String text) {
    public boolean isRules() {
        return path.endsWith(".drl");
    }
}
