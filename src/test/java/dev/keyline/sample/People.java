package dev.keyline.sample;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Account managers, executives and their days away. */
final class People {
    private static final List<Executive> EXECUTIVES = List.of(
            new Executive("X01", "Chief executive officer", 6, null, 1, "US", "en|fr"),
            new Executive("X02", "Chief financial officer", 5, "X01", 3, "GB", "en"),
            new Executive("X03", "Chief technology officer", 5, "X01", 3, "DE", "de|en"),
            new Executive("X04", "Chief operating officer", 5, "X01", 3, "US", "en|es"),
            new Executive("X05", "Chief marketing officer", 5, "X01", 3, "FR", "fr|en"),
            new Executive("X06", "Vice president, North America", 4, "X04", 3, "US", "en"),
            new Executive("X07", "Vice president, Latin America", 4, "X04", 3, "BR", "pt|es|en"),
            new Executive("X08", "Vice president, UK and Ireland", 4, "X04", 3, "GB", "en"),
            new Executive("X09", "Vice president, DACH", 4, "X04", 3, "AT", "de|en"),
            new Executive("X10", "Vice president, Western and Southern Europe", 4, "X04", 3, "IT", "it|fr|es|en"),
            new Executive("X11", "Vice president, Asia", 4, "X04", 3, "JP", "ja|en"),
            new Executive("X12", "Vice president, customer success", 4, "X02", 2, "NL", "nl|en"));

    private final Table people = new Table(
            "person",
            "id",
            "name",
            "email",
            "kind",
            "title",
            "line_manager_id",
            "level",
            "languages",
            "industries",
            "regions",
            "capacity_points",
            "max_sponsored",
            "starts_on",
            "leaves_on",
            "clearances",
            "skills",
            "country",
            "city",
            "time_zone",
            "growth");
    private final Table leave = new Table("leave", "person_id", "from_day", "to_day");

    People(Names names, List<Manager> managers) {
        for (Executive executive : EXECUTIVES) {
            String name = names.person(executive.home());
            people.add(
                    executive.id(),
                    name,
                    email(name),
                    "executive",
                    executive.title(),
                    executive.boss(),
                    executive.level(),
                    List.of(executive.languages().split("\\|")),
                    null,
                    null,
                    0,
                    executive.sponsors(),
                    null,
                    null,
                    null,
                    null,
                    executive.country(),
                    executive.city(),
                    TimeZones.of(executive.country(), executive.city()),
                    null);
        }
        for (Manager manager : managers) {
            String name = names.person(manager.home());
            people.add(
                    manager.id(),
                    name,
                    email(name),
                    "account-manager",
                    manager.title(),
                    manager.boss(),
                    manager.capacity() >= 44 ? 2 : 1,
                    manager.languages(),
                    manager.industries(),
                    manager.regions().stream().map(region -> region.label).toList(),
                    manager.capacity(),
                    null,
                    manager.starts(),
                    manager.leaves(),
                    manager.clearances(),
                    manager.skills(),
                    manager.country(),
                    manager.city(),
                    TimeZones.of(manager.country(), manager.city()),
                    manager.growth());
        }
        // Away at the anchor and for weeks to come; soon; and for a few days.
        away(Manager.AWAY_FOR_LONG, -20, 70);
        away("M09", 8, 15);
        away("M17", 12, 19);
        away("M28", -3, 8);
        away("X05", 10, 24);
    }

    static List<Executive> executives() {
        return EXECUTIVES;
    }

    private void away(String person, int fromDay, int toDay) {
        leave.add(person, Anchor.daysAhead(fromDay), Anchor.daysAhead(toDay));
    }

    private static String email(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return plain.replace("ß", "ss").replace(' ', '.').replaceAll("[^a-z.]", "") + "@keyline.example";
    }

    List<Table> tables() {
        return List.of(people, leave);
    }

    /**
     * @param level 4 vice president, 5 other chief officer, 6 chief executive
     * @param sponsors accounts sponsored at most
     */
    record Executive(
            String id, String title, int level, @Nullable String boss, int sponsors, String country, String languages) {
        Market home() {
            return Market.ALL.stream()
                    .filter(market -> market.country().equals(country))
                    .findFirst()
                    .orElseThrow();
        }

        /** Where the company has its offices: the first city of the market. */
        String city() {
            return home().cities().get(0);
        }
    }
}
