package dev.keyline.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the sample portfolio; {@code planning/sample/README.md} says how to run it and what comes out. */
public final class SamplePortfolio {
    private final List<Table> tables = new ArrayList<>();
    private final List<Company> companies;

    SamplePortfolio() {
        Names names = new Names();
        Companies all = new Companies(names);
        companies = all.all();
        List<Manager> managers = Team.managers();
        tables.add(all.accountGroups());
        tables.add(Product.table());
        tables.add(Accounts.attributes());
        tables.add(Rates.table());
        tables.addAll(new People(names, managers).tables());
        tables.addAll(companyTables(new Contacts(names)));
        tables.add(new Assignments(managers, companies).table());
    }

    private List<Table> companyTables(Contacts contacts) {
        Accounts accounts = new Accounts();
        Sales sales = new Sales();
        Usage usage = new Usage();
        Moods moods = new Moods();
        Tickets tickets = new Tickets();
        Signals signals = new Signals();
        for (Company company : companies) {
            Deal deal = Deal.of(company);
            accounts.add(company, deal == null ? null : deal.since());
            contacts.add(company);
            sales.addOffers(company);
            signals.add(company);
            if (deal != null) {
                sales.add(deal);
                usage.add(deal);
                moods.add(deal);
                tickets.add(deal);
            }
        }
        accounts.addOverrides(companies);
        List<Table> tables = new ArrayList<>(List.of(accounts.accounts(), accounts.overrides(), contacts.table()));
        tables.addAll(sales.tables());
        tables.addAll(List.of(usage.table(), moods.table(), tickets.table(), signals.table()));
        return tables;
    }

    List<Company> companies() {
        return companies;
    }

    List<Table> tables() {
        return tables;
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Table table : tables) {
            table.write(directory);
        }
    }

    /**
     * Writes all files.
     *
     * @param arguments the directory to write to; {@code planning/sample} when absent
     */
    public static void main(String[] arguments) throws IOException {
        new SamplePortfolio().write(Path.of(arguments.length > 0 ? arguments[0] : "planning/sample"));
    }
}
