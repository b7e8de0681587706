package dev.keyline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
    record Key(Instant recordedAt, BigDecimal amount, String id) {}

    private static final Key KEY = new Key(Instant.parse("2026-03-01T10:00:00.123456Z"), new BigDecimal("1.10"), "é/1");

    @Test
    void a_cursor_leads_on_after_the_last_item_shown() {
        List<Integer> three = IntStream.range(0, 3).boxed().toList();
        Page<Integer> page = PageRequest.first(2).page(three, item -> KEY);

        assertThat(page.items()).containsExactly(0, 1);
        assertThat(new PageRequest("2", page.nextCursor()).after(Key.class)).contains(KEY);
    }

    @Test
    void the_last_stretch_has_no_cursor() {
        Page<Integer> page = PageRequest.first(2).page(List.of(1, 2), item -> KEY);

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void without_a_cursor_a_list_begins_at_its_beginning() {
        assertThat(PageRequest.first(1).after(Key.class)).isEmpty();
    }

    @Test
    void every_changed_character_of_a_cursor_is_noticed() {
        String cursor = Cursor.encode(KEY);
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertRefused(cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "AAAA", "AAAAAA", "bnVsbA", "not a cursor"})
    void what_is_no_cursor_is_refused(String text) {
        assertRefused(text);
    }

    @Test
    void the_cursor_of_another_list_is_refused() {
        assertRefused(Cursor.encode("just a name"));
    }

    @Test
    void a_hundred_items_are_shown_unless_the_caller_says_otherwise() {
        assertThat(new PageRequest(null, null).limit()).isEqualTo(100);
        assertThat(new PageRequest("1000", null).limit()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "ten", "1.5", "99999999999"})
    void a_limit_outside_its_range_is_refused(String limit) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> new PageRequest(limit, null).limit())
                .satisfies(e ->
                        assertThat(e.errors()).extracting(InputError::pointer).containsExactly("limit"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "  ")
    void an_empty_cursor_is_no_cursor(@Nullable String cursor) {
        assertThat(new PageRequest(null, cursor).after(Key.class)).isEmpty();
    }

    private static void assertRefused(String cursor) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> new PageRequest(null, cursor).after(Key.class))
                .satisfies(e ->
                        assertThat(e.errors()).extracting(InputError::pointer).containsExactly("cursor"));
    }
}
