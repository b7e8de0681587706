package dev.keyline.scenario;

import dev.keyline.coverage.Book;
import dev.keyline.coverage.Holders;
import dev.keyline.coverage.Limits;
import dev.keyline.coverage.Pairing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is made from before anything is changed in it.
 *
 * @param plan whose limits and weights these are; null: the shipped ones
 * @param book asked only for what a request does not bring along
 * @param start who has the accounts at the beginning; empty: whoever has them today
 */
public record Base(
        @Nullable UUID plan,
        LocalDate asOf,
        Supplier<Book> book,
        Limits limits,
        Map<String, Integer> weights,
        List<String> approvedMoves,
        List<Pairing> pairings,
        Map<String, Holders> start) {}
