package dev.keyline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "\"6\", \"7\"", "*"})
    void an_edit_of_the_present_state_goes_through(String ifMatch) {
        assertThatNoException().isThrownBy(() -> Versions.requireMatch(ifMatch, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"77\""})
    void an_edit_of_another_state_is_stale(String ifMatch) {
        assertThatExceptionOfType(StaleException.class).isThrownBy(() -> Versions.requireMatch(ifMatch, 7));
    }

    @Test
    void an_edit_of_no_particular_state_is_refused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Versions.requireMatch(null, 7))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED));
    }

    @Test
    void the_tag_of_a_version_is_what_an_edit_must_carry() {
        assertThat(Versions.tag(7)).hasToString("\"7\"");
    }
}
