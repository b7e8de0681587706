package dev.keyline.coverage;

import java.time.LocalDate;

/** Where a plan's book comes from when the caller sends none. */
public interface DemandSource {
    /** The book as of the beginning of a day, with one {@link AccountDemand} for each account. */
    Book book(LocalDate asOf);
}
