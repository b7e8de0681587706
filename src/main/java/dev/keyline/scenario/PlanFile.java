package dev.keyline.scenario;

import dev.keyline.coverage.AccountDemand;
import dev.keyline.coverage.Assignment;
import dev.keyline.coverage.Holders;
import dev.keyline.coverage.PersonRef;
import dev.keyline.coverage.PlanInput;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.spreadsheet.Listing;
import dev.keyline.spreadsheet.Listing.Column;
import dev.keyline.spreadsheet.ListingReader;
import dev.keyline.spreadsheet.SheetFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan's assignments as a list that people read, check and send back. */
final class PlanFile {
    static final String ACCOUNT = "account";
    static final String MANAGER = "accountManager";
    static final String SPONSOR = "sponsor";
    private static final String SHEET = "assignments";
    private static final List<Column> COLUMNS = List.of(
            Column.text(ACCOUNT),
            Column.text("name"),
            Column.text("tier"),
            Column.number("points"),
            Column.number("annualRevenue"),
            Column.text("region"),
            Column.text("language"),
            Column.text("industry"),
            Column.date("renewalOn"),
            Column.text(MANAGER),
            Column.text("accountManagerName"),
            Column.text(SPONSOR),
            Column.text("sponsorName"),
            Column.text("sponsorNeeded"),
            Column.text("before"),
            Column.text("sponsorBefore"),
            Column.text("moved"),
            Column.text("pinned"),
            Column.text("sponsorMissing"),
            Column.text("reason"));

    private PlanFile() {}

    static Listing of(PlanInput input, List<Assignment> assignments) {
        return new Listing(
                SHEET,
                COLUMNS,
                assignments.stream()
                        .map(assignment -> row(input.demand().get(assignment.position()), assignment))
                        .toList());
    }

    private static List<String> row(AccountDemand account, Assignment assignment) {
        PersonRef manager = assignment.accountManager();
        PersonRef sponsor = assignment.sponsor();
        return List.of(
                account.id(),
                account.name(),
                account.tier().words(),
                plain(account.points().value()),
                account.annualRevenue() == null ? "" : plain(account.annualRevenue()),
                text(account.region()),
                text(account.language()),
                text(account.industry()),
                account.renewalOn() == null ? "" : account.renewalOn().toString(),
                manager == null ? "" : manager.id(),
                manager == null ? "" : manager.name(),
                sponsor == null ? "" : sponsor.id(),
                sponsor == null ? "" : sponsor.name(),
                yes(account.sponsorNeeded()),
                text(account.accountManager()),
                text(account.sponsor()),
                yes(assignment.moved()),
                yes(assignment.pinned()),
                yes(assignment.sponsorMissing()),
                text(assignment.reason()));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }

    /**
     * Who has the accounts according to a file.
     *
     * @param holders by account; of one that the file leaves out, whoever has it today
     * @param places of the cell that names the account, by account
     */
    record Read(Map<String, Holders> holders, Map<String, String> places) {}

    /** @throws BadInputException naming every bad cell */
    static Read read(byte[] file, SheetFormat format, PlanInput input) {
        Map<String, AccountDemand> accounts =
                input.demand().stream().collect(Collectors.toMap(AccountDemand::id, account -> account));
        Set<String> people = new HashSet<>();
        input.people().forEach(person -> people.add(person.id()));
        Map<String, Holders> holders = new HashMap<>();
        accounts.forEach((id, account) -> holders.put(
                id, new Holders(known(account.accountManager(), people), known(account.sponsor(), people))));
        Map<String, String> places = new HashMap<>();
        List<InputError> errors = new ArrayList<>();
        for (ListingReader.Line line : ListingReader.read(file, format, SHEET, List.of(ACCOUNT, MANAGER, SPONSOR))) {
            String account = line.text(ACCOUNT);
            if (!accounts.containsKey(account)) {
                errors.add(new InputError(line.place(ACCOUNT), "there is no account " + account + " in this book"));
            } else if (places.putIfAbsent(account, line.place(ACCOUNT)) != null) {
                errors.add(new InputError(
                        line.place(ACCOUNT), account + " stands in " + places.get(account) + " already"));
            } else {
                holders.put(
                        account,
                        new Holders(person(line, MANAGER, people, errors), person(line, SPONSOR, people, errors)));
            }
        }
        if (places.isEmpty() && errors.isEmpty()) {
            errors.add(new InputError("", "names no account"));
        }
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        return new Read(holders, places);
    }

    private static @Nullable String known(@Nullable String person, Set<String> people) {
        return person != null && people.contains(person) ? person : null;
    }

    private static @Nullable String person(
            ListingReader.Line line, String column, Set<String> people, List<InputError> errors) {
        String person = line.text(column);
        if (!person.isEmpty() && !people.contains(person)) {
            errors.add(new InputError(line.place(column), "there is nobody called " + person + " in this book"));
        }
        return person.isEmpty() ? null : person;
    }
}
